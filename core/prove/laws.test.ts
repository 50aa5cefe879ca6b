import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../problem/json.ts";
import {
  isJsonList,
  isJsonObject,
  objectOf,
  parseJson,
} from "../problem/json.ts";
import { policySubject } from "../testing/policy-subject.ts";
import {
  realisticPair,
  realisticPolicy,
} from "../testing/realistic-policies.ts";
import { compareAccess } from "./compare.ts";
import type { AccessChange, AccessComparison } from "./compare.ts";
import { accessReport } from "./report.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const runs = { seed: 20261128, numRuns: isDeep ? 1500 : 60 };
const policy = realisticPolicy({ statements: 6 });
const pair = realisticPair({ statements: 6 });

function compare(base: JsonObject, head: JsonObject): AccessComparison {
  return compareAccess(policySubject(base), policySubject(head));
}

function statementsOf({ Statement: list }: JsonObject): readonly JsonObject[] {
  return isJsonList(list) ? list.filter(isJsonObject) : [];
}

/** The policy with two statements of another behind its own, which have this effect. */
function withMore(
  base: JsonObject,
  other: JsonObject,
  effect: string,
): JsonObject {
  const more = statementsOf(other)
    .slice(1, 3)
    .map((one) => ({ ...one, Effect: effect }));
  return { ...base, Statement: [...statementsOf(base), ...more] };
}

function reversed(document: JsonObject): JsonObject {
  return { ...document, Statement: statementsOf(document).toReversed() };
}

/** The policy with other accounts in the place of those it names, in another order. */
function renamed(document: JsonObject): JsonObject {
  const text = JSON.stringify(document)
    .replaceAll("111122223333", "999900001111")
    .replaceAll("444455556666", "333322221111")
    .replaceAll("777788889999", "123412341234");
  return objectOf(parseJson(text));
}

const mirrored: Readonly<
  Record<AccessComparison["verdict"], AccessComparison["verdict"]>
> = {
  equivalent: "equivalent",
  narrower: "wider",
  wider: "narrower",
  incomparable: "incomparable",
  unknown: "unknown",
};

/** Who gains or loses. */
function whoOf(changes: readonly AccessChange[]): readonly string[] {
  return [...new Set(changes.map(({ principal }) => principal))].toSorted();
}

describe("comparing policies", () => {
  test("[V17] a policy is equivalent to itself, in whatever order its statements are", () => {
    fc.assert(
      fc.property(policy, (one) => {
        expect(compare(one, one)).toMatchObject(equivalent);
        expect(compare(one, reversed(one))).toMatchObject(equivalent);
      }),
      runs,
    );
  });

  test("[V17] one more Allow takes nothing away, and one more Deny gives nothing", () => {
    fc.assert(
      fc.property(policy, policy, (one, other) => {
        const wider = compare(one, withMore(one, other, "Allow"));
        expect(["wider", "equivalent"]).toContain(wider.verdict);
        expect(wider.lost).toEqual([]);
        const narrower = compare(one, withMore(one, other, "Deny"));
        expect(["narrower", "equivalent"]).toContain(narrower.verdict);
        expect([...narrower.gained, ...narrower.strengthened]).toEqual([]);
      }),
      runs,
    );
  });

  test("[V17] what is gained there is lost on the way back", () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const there = compare(one, other);
        const back = compare(other, one);
        expect(back.verdict).toBe(mirrored[there.verdict]);
        expect(whoOf(back.lost)).toEqual(whoOf(there.gained));
        expect(whoOf(back.gained)).toEqual(whoOf(there.lost));
      }),
      runs,
    );
  });

  test("[V17] other names for accounts and another order of statements change no verdict", () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const { verdict, gained, lost } = compare(one, other);
        const counts = { gained: gained.length, lost: lost.length };
        const turned = compare(reversed(one), reversed(other));
        const account = "999900001111";
        const elsewhere = compareAccess(
          policySubject(renamed(one), { account }),
          policySubject(renamed(other), { account }),
        );
        expect([turned.verdict, elsewhere.verdict]).toEqual([verdict, verdict]);
        expect({
          gained: elsewhere.gained.length,
          lost: elsewhere.lost.length,
        }).toEqual(counts);
      }),
      runs,
    );
  });
});

const equivalent = {
  verdict: "equivalent",
  gained: [],
  lost: [],
  strengthened: [],
};

/** What a report says, without examples and places. */
function gist(document: JsonObject, account?: string) {
  const more = account === undefined ? {} : { account };
  const report = accessReport(policySubject(document, more));
  return {
    findings: report.findings.length,
    scopes: report.findings.map(({ scope }) => scope).toSorted(),
    notPublic: report.notPublic.verdict,
    manageable: report.manageable.verdict,
    failure: report.manageable.singlePointsOfFailure.length,
    standings: report.statements
      .map(({ standing }) => standing)
      .filter((one) => one === "never-matches" || one === "shadowed"),
    unknown: report.unknown,
  };
}

describe("what a policy means", () => {
  test("[V17] does not depend on the names of accounts", () => {
    fc.assert(
      fc.property(policy, (one) => {
        expect(gist(renamed(one), "999900001111")).toEqual(gist(one));
      }),
      runs,
    );
  });

  test("[V17] nor, where nothing is said twice, on the order of statements", () => {
    fc.assert(
      fc.property(policy, (one) => {
        const { notPublic, manageable, failure, unknown } = gist(one);
        expect(gist(reversed(one))).toMatchObject({
          notPublic,
          manageable,
          failure,
          unknown,
        });
      }),
      runs,
    );
  });
});
