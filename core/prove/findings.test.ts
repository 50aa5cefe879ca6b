import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import {
  naiveDecision,
  statementsOf,
} from "../testing/naive/naive-decision.ts";
import type { NaiveRequest } from "../testing/naive/naive-request.ts";
import { oneOrMore } from "../testing/naive/one-or-more.ts";
import { tinyPairs } from "../testing/naive/tiny-policies.ts";
import { tinyRequests } from "../testing/naive/tiny-requests.ts";
import { policySubject } from "../testing/policy-subject.ts";
import { isPossible } from "../testing/possible-requests.ts";
import type { AccessFinding } from "./access.ts";
import { findingsOf } from "./access.ts";
import { proverOf } from "./meaning.ts";
import { standingsOf } from "./redundant.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const runs = { seed: 20261128, numRuns: isDeep ? 3000 : 100 };

/** A policy, and the requests by which it is known completely. */
interface TinyPolicy {
  readonly policy: JsonObject;
  readonly requests: readonly NaiveRequest[];
}

const tinyPolicy = tinyPairs({ maximum: 1000 })
  .map(({ after }): TinyPolicy => ({
    policy: after,
    requests: tinyRequests([after, byPrincipal(after)]).filter(isPossible),
  }))
  .filter(({ requests }) => requests.length <= 3000);

/** The policy with a statement for each principal, so that they are told apart. */
function byPrincipal(policy: JsonObject): JsonObject {
  const statements = statementsOf(policy).flatMap((statement) => {
    const { Principal: element } = statement;
    if (!isJsonObject(element)) return [statement];
    return Object.entries(element).flatMap(([type, list]) =>
      oneOrMore(list).map((one) => ({
        ...statement,
        Principal: { [type]: one },
      })),
    );
  });
  return { ...policy, Statement: statements };
}

function meaningOf(policy: JsonObject) {
  const subject = policySubject(policy);
  const prover = proverOf([subject]);
  if (prover === undefined) throw new Error("there are too many classes");
  return { prover, subject };
}

/** Allowed to the principal itself, to its account, or not at all. */
function allowedAs(policy: JsonObject, request: NaiveRequest): string {
  const decision = naiveDecision(policy, request);
  return decision === "deny" ? "none" : decision;
}

/** The statement of a finding for its principal alone. */
function policyOf(policy: JsonObject, finding: AccessFinding): JsonObject {
  const { principal } = finding;
  const type = principal.endsWith(".amazonaws.com") ? "Service" : "AWS";
  return {
    ...policy,
    Statement: finding.statements.map((index) => ({
      ...statementsOf(policy)[index],
      Principal: { [type]: principal },
    })),
  };
}

function isOf(
  finding: AccessFinding,
  alone: JsonObject,
  request: NaiveRequest,
): boolean {
  return (
    finding.actions.some((action) => action === request.action) &&
    allowedAs(alone, request) !== "none"
  );
}

/** The findings of a policy, each with those of the allowed requests that it is about. */
function findingsWithRequests({ policy, requests }: TinyPolicy) {
  const { prover, subject } = meaningOf(policy);
  const { findings, unknown } = findingsOf(prover, subject);
  const allowed = requests.filter(
    (request) => allowedAs(policy, request) !== "none",
  );
  const about = findings.map((finding) => {
    const alone = policyOf(policy, finding);
    return {
      finding,
      requests: new Set(
        allowed.filter((request) => isOf(finding, alone, request)),
      ),
    };
  });
  return { allowed, about, unknown };
}

const samples = fc.sample(tinyPolicy, runs).map((tiny) => ({
  ...tiny,
  ...findingsWithRequests(tiny),
}));

describe("findings", () => {
  test("[V10] every request that is allowed is in one, and none is unknown", () => {
    expect(samples.flatMap(({ unknown }) => unknown)).toEqual([]);
    expect(
      samples.flatMap(({ policy, allowed, about }) =>
        allowed
          .filter(
            (request) => !about.some(({ requests }) => requests.has(request)),
          )
          .map((request) => ({ policy, request })),
      ),
    ).toEqual([]);
  });

  test("[V10] each has a request that is allowed as it says, by its statement, and one for each of its actions", () => {
    const wrong = samples.flatMap(({ policy, requests, about }) => {
      const inSpace = new Set(requests.map(({ action }) => action));
      return about.filter(({ finding, requests: own }) => {
        const { witness, access, actions } = finding;
        const decision = allowedAs(policy, witness);
        const found = new Set([...own].map(({ action }) => action));
        return !(
          decision !== "none" &&
          (access === "account" || decision === "direct") &&
          isOf(finding, policyOf(policy, finding), witness) &&
          actions.every((one) => !inSpace.has(one) || found.has(one))
        );
      });
    });
    expect(wrong).toEqual([]);
  });

  test("[V10] none is left that the others have", () => {
    const needless = samples.flatMap(({ about }) =>
      about.filter(({ finding, requests }) => {
        const others = about.filter(
          (one) =>
            one.finding !== finding &&
            (one.finding.access === "direct" || finding.access === "account"),
        );
        return [...requests].every((request) =>
          others.some((one) => one.requests.has(request)),
        );
      }),
    );
    expect(needless).toEqual([]);
  });
});

/** The standings that brute force has something against. */
function falseStandings({ policy, requests }: TinyPolicy) {
  const { prover, subject } = meaningOf(policy);
  const statements = statementsOf(policy);
  const standings = standingsOf(prover, subject);
  const wrong = standings.filter(({ statement, standing }) => {
    const rest = { ...policy, Statement: statements.toSpliced(statement, 1) };
    const isSame = requests.every(
      (request) => allowedAs(policy, request) === allowedAs(rest, request),
    );
    return isSame === (standing === "needed");
  });
  return { standings, wrong: wrong.map((one) => ({ ...one, policy })) };
}

describe("what statements are there for", () => {
  test("[V11] without one that is not needed the policy allows the same, and without one that is needed it does not", () => {
    const found = samples.map(falseStandings);
    expect(found.flatMap(({ wrong }) => wrong)).toEqual([]);
    const said = found.flatMap(({ standings }) =>
      standings.map(({ standing }) => standing),
    );
    expect([...new Set(said)].toSorted()).toEqual([
      "adds-nothing",
      "needed",
      "never-matches",
      "shadowed",
    ]);
  });
});
