import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import { callerOf } from "../testing/naive/caller.ts";
import {
  naiveDecision,
  statementsOf,
} from "../testing/naive/naive-decision.ts";
import type { NaiveRequest } from "../testing/naive/naive-request.ts";
import { oneOrMore } from "../testing/naive/one-or-more.ts";
import { naming } from "../testing/naive/principals.ts";
import { tinyPairs } from "../testing/naive/tiny-policies.ts";
import { tinyRequests } from "../testing/naive/tiny-requests.ts";
import { ownAccount, policySubject } from "../testing/policy-subject.ts";
import { isPossible } from "../testing/possible-requests.ts";
import { accessMatrix } from "./matrix.ts";
import type { ActionCell, MatrixRow } from "./matrix.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";

/** The principals that a policy names, each as an element of its own; without `*`. */
function namesIn(policy: JsonObject): readonly JsonObject[] {
  return statementsOf(policy).flatMap(({ Principal: element }) =>
    isJsonObject(element)
      ? Object.entries(element).flatMap(([type, list]) =>
          oneOrMore(list)
            .filter((one) => one !== "*")
            .map((one) => ({ [type]: one })),
        )
      : [],
  );
}

/** The policy, and one that tells all its principals apart. */
function tellingApart(policy: JsonObject): readonly JsonObject[] {
  const statements = namesIn(policy).map((element) => ({
    Effect: "Deny",
    Principal: element,
    Action: "kms:None",
    Resource: "*",
  }));
  return [policy, { ...policy, Statement: statements }];
}

function isNamed(element: JsonObject, request: NaiveRequest): boolean {
  return naming({ Principal: element }, callerOf(request)).direct === true;
}

function accountOf(request: NaiveRequest): string | undefined {
  const caller = callerOf(request);
  return caller.kind === "aws" ? caller.account : undefined;
}

/** What rows are told apart by. */
interface Known {
  readonly names: readonly JsonObject[];
  readonly accounts: readonly string[];
  readonly organizations: readonly string[];
}

function knownIn(policy: JsonObject, rows: readonly MatrixRow[]): Known {
  return {
    names: namesIn(policy),
    accounts: [
      ownAccount,
      ...rows.filter(({ kind }) => kind === "account").map(({ text }) => text),
    ],
    organizations: rows
      .filter(({ kind }) => kind === "organization")
      .map(({ text }) => text),
  };
}

function organizationOf({ context = {} }: NaiveRequest): unknown {
  return Object.entries(context).find(
    ([name]) => name.toLowerCase() === "aws:principalorgid",
  )?.[1];
}

/** The row is about whoever makes the request. */
function isInRow(
  { kind, text }: MatrixRow,
  { names, accounts, organizations }: Known,
  request: NaiveRequest,
): boolean {
  const account = accountOf(request);
  const isRoot = request.principal.endsWith(":root");
  const isOne = names.some((element) => isNamed(element, request));
  const isStranger = account !== undefined && !accounts.includes(account);
  const organization = organizationOf(request);
  const isMember = organizations.some((id) => id === organization);
  const isInGroup: Partial<Record<MatrixRow["kind"], boolean>> = {
    root: account === text && isRoot,
    "rest-of-account": account === text && !isRoot && !isOne,
    account: account === text && (isRoot || !isOne),
    organization: isStranger && organization === text,
    "everyone-else": isStranger && !isMember,
    "other-services": account === undefined && !isOne,
    service: request.principal === text,
  };
  return isInGroup[kind] ?? isNamed({ AWS: text }, request);
}

/** What a cell should say, worked out from all decisions about its row and action. */
function expectedKind(decisions: readonly string[], isOwn: boolean) {
  const isAllowed = decisions.some(
    (one) => one === "direct" || one === "account",
  );
  if (!isAllowed)
    return decisions.every((one) => one === "deny") ? "denied" : "none";
  if (!isOwn) return "needs-iam";
  if (!decisions.includes("direct")) return "delegated";
  return decisions.every((one) => one === "direct") ? "allowed" : "conditional";
}

/** The cells, each with what brute force has to say of it. */
function cellsOf(policy: JsonObject) {
  const requests = tinyRequests(tellingApart(policy)).filter(isPossible);
  const { rows } = accessMatrix(policySubject(policy), {});
  const known = knownIn(policy, rows);
  return rows.flatMap((row) => {
    const isOwn = row.group === "account" || row.group === "service";
    const own = requests.filter((request) => isInRow(row, known, request));
    const cells = row.cells.flatMap(({ actions }) => actions);
    return cells.flatMap((cell) => {
      const decisions = own
        .filter(({ action }) => action === cell.action)
        .map((request) => naiveDecision(policy, request));
      const isTrue = isAsExpected(cell, decisions, isOwn);
      return decisions.length === 0
        ? []
        : [{ policy, row: row.id, cell, isTrue }];
    });
  });
}

function isAsExpected(
  { kind, binds }: ActionCell,
  decisions: readonly string[],
  isOwn: boolean,
): boolean {
  return (
    kind === expectedKind(decisions, isOwn) &&
    // Conditions hold back where no IAM policy can allow what they do not.
    (kind !== "conditional" || binds === !decisions.includes("account"))
  );
}

describe("the cells of the matrix", () => {
  test("[V9] say what brute force over a tiny space says", () => {
    const cells = fc
      .sample(tinyPairs({ maximum: 500 }), {
        seed: 20261128,
        numRuns: isDeep ? 2000 : 60,
      })
      .flatMap(({ after }) => cellsOf(after));
    expect(cells.filter(({ isTrue }) => !isTrue)).toEqual([]);
    expect(cells.length).toBeGreaterThan(500);
    const kinds = new Set(cells.map(({ cell }) => cell.kind));
    expect([...kinds].toSorted()).toEqual([
      "allowed",
      "conditional",
      "delegated",
      "denied",
      "needs-iam",
      "none",
    ]);
  });

  test("[V9] a pattern of the IDs of organizations names none of them", () => {
    const policy = {
      Version: "2012-10-17",
      Statement: {
        Effect: "Allow",
        Principal: "*",
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: {
          StringLike: { "aws:PrincipalOrgID": ["o-a*", "o-a1b2c3d4e5"] },
          "ForAnyValue:StringLike": {
            "aws:PrincipalOrgPaths": ["o-b1b2c3d4e5/r-1/*", "o-c*/r-1/*"],
          },
        },
      },
    };
    const { rows } = accessMatrix(policySubject(policy), {});
    expect(
      rows.flatMap(({ kind, text }) => (kind === "organization" ? text : [])),
    ).toEqual(["o-a1b2c3d4e5", "o-b1b2c3d4e5"]);
  });
});
