import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCaller } from "../evaluate/caller.ts";
import type { AccessRequest } from "../evaluate/request.ts";
import type { JsonObject } from "../problem/json.ts";
import { policySubject } from "../testing/policy-subject.ts";
import {
  realisticPair,
  realisticPolicy,
} from "../testing/realistic-policies.ts";
import { falseWitnesses } from "../testing/replayed.ts";
import { compareAccess } from "./compare.ts";
import { accessMatrix } from "./matrix.ts";
import { accessReport } from "./report.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const runs = { seed: 20261128, numRuns: isDeep ? 1500 : 60 };
const allowed = ["direct", "account"];
const notAllowed = ["deny", "none"];

describe("witnesses, asked of the naive evaluator", () => {
  test.each([0, 0.15])(
    "[V3] what is gained, lost or strengthened is (with %d of the conditions by variables)",
    (variables) => {
      fc.assert(
        fc.property(
          realisticPair({ statements: 6, variables }),
          ([base, head]) => {
            const { gained, lost, strengthened } = compareAccess(
              policySubject(base),
              policySubject(head),
            );
            expect(
              falseWitnesses([
                ...gained.flatMap(({ witness, access }) => [
                  {
                    claim: "gained",
                    policy: head,
                    witness,
                    expected: [access],
                  },
                  {
                    claim: "not before",
                    policy: base,
                    witness,
                    expected: notAllowed,
                  },
                ]),
                ...lost.flatMap(({ witness, access }) => [
                  { claim: "lost", policy: base, witness, expected: [access] },
                  {
                    claim: "not after",
                    policy: head,
                    witness,
                    expected: notAllowed,
                  },
                ]),
                ...strengthened.flatMap(({ witness }) => [
                  {
                    claim: "itself",
                    policy: head,
                    witness,
                    expected: ["direct"],
                  },
                  {
                    claim: "by IAM",
                    policy: base,
                    witness,
                    expected: ["account"],
                  },
                ]),
              ]),
            ).toEqual([]);
          },
        ),
        runs,
      );
    },
  );

  test.each([0, 0.15])(
    "[V3] findings are allowed as they say, and whoever makes a key public is (with %d of the conditions by variables)",
    (variables) => {
      fc.assert(
        fc.property(realisticPolicy({ statements: 6, variables }), (policy) => {
          const report = accessReport(policySubject(policy));
          const { notPublic, manageable, findings } = report;
          const claimed = (claim: string, witness?: AccessRequest) =>
            witness === undefined
              ? []
              : [{ claim, policy, witness, expected: allowed }];
          expect(
            falseWitnesses([
              ...findings.map(({ witness, access }) => ({
                claim: "finding",
                policy,
                witness,
                // What a statement leaves to IAM policies another may allow itself.
                expected: access === "direct" ? ["direct"] : allowed,
              })),
              ...claimed("public", notPublic.witness),
              ...claimed("manageable", manageable.witness),
            ]),
          ).toEqual([]);
        }),
        runs,
      );
    },
  );
});

const expectedOf = {
  allowed: ["direct"],
  conditional: ["direct"],
  "needs-iam": allowed,
  delegated: ["account"],
  denied: [],
  none: ["none"],
  unknown: [],
} as const;

/** Every cell of every row with its example. */
function cellsOf(policy: JsonObject) {
  return accessMatrix(policySubject(policy), {}).rows.flatMap((row) =>
    row.cells
      .flatMap(({ actions }) => actions)
      .flatMap(({ witness, kind, action }) =>
        witness === undefined ? [] : [{ row, witness, kind, action }],
      ),
  );
}

/** The example is of somebody whom the row is about. */
function isOfRow(
  { kind, text }: ReturnType<typeof cellsOf>[number]["row"],
  { principal, principalArn }: AccessRequest,
): boolean {
  const caller = readCaller(principal);
  const account = caller?.kind === "service" ? undefined : caller?.account;
  switch (kind) {
    case "service":
      return principal === text;
    case "other-services":
      return caller?.kind === "service";
    case "root":
    case "rest-of-account":
    case "account":
      return account === text;
    case "organization":
    case "everyone-else":
      return account !== undefined;
    default:
      return [principal, principalArn].includes(text);
  }
}

describe("examples in cells of the matrix", () => {
  test("[V3] are decided as the cell says", () => {
    fc.assert(
      fc.property(realisticPolicy({ statements: 5 }), (policy) => {
        expect(
          falseWitnesses(
            cellsOf(policy).map(({ witness, kind, action, row }) => ({
              claim: `${row.id} ${action}: ${kind}`,
              policy,
              witness,
              expected: expectedOf[kind],
            })),
          ),
        ).toEqual([]);
      }),
      { ...runs, numRuns: isDeep ? 300 : 25 },
    );
  });

  test("[V3] are of somebody whom the row is about", () => {
    fc.assert(
      fc.property(realisticPolicy({ statements: 5 }), (policy) => {
        expect(
          cellsOf(policy)
            .filter(({ row, witness }) => !isOfRow(row, witness))
            .map(({ row, action, witness }) => [row.id, action, witness]),
        ).toEqual([]);
      }),
      { ...runs, numRuns: isDeep ? 300 : 25 },
    );
  });
});
