import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { tinyPairs } from "../testing/naive/tiny-policies.ts";
import type { TinyOptions, TinyPair } from "../testing/naive/tiny-policies.ts";
import { differences, newAccess } from "../testing/new-access-check.ts";
import { planted } from "../testing/planted-evaluator.ts";
import { checker } from "../testing/planted-prover.ts";

const { evaluator, prover } = vi.hoisted(() => ({
  evaluator: () => import("../testing/planted-evaluator.ts"),
  prover: () => import("../testing/planted-prover.ts"),
}));

vi.mock(import("../policy/glob.ts"), async (original) =>
  (await evaluator()).globsWithBug(await original()),
);
vi.mock(import("../evaluate/addresses.ts"), async (original) =>
  (await evaluator()).addressesWithBug(await original()),
);
vi.mock(import("../evaluate/caller.ts"), async (original) =>
  (await evaluator()).callerWithBug(await original()),
);
vi.mock(import("../evaluate/comparison.ts"), async (original) =>
  (await evaluator()).comparisonWithBug(await original()),
);
vi.mock(import("../evaluate/dates.ts"), async (original) =>
  (await evaluator()).datesWithBug(await original()),
);
vi.mock(import("../evaluate/matchers.ts"), async (original) =>
  (await evaluator()).matchersWithBug(await original()),
);
vi.mock(import("../evaluate/numbers.ts"), async (original) =>
  (await evaluator()).numbersWithBug(await original()),
);
vi.mock(import("../evaluate/principals.ts"), async (original) =>
  (await evaluator()).principalsWithBug(await original()),
);
vi.mock(import("../evaluate/statement.ts"), async (original) =>
  (await evaluator()).statementWithBug(await original()),
);
vi.mock(import("./caller-dimension.ts"), async (original) =>
  (await prover()).callersWithBug(await original()),
);
vi.mock(import("./check-proof.ts"), async (original) =>
  (await prover()).checkProofWithBug(await original()),
);
vi.mock(import("./check-space.ts"), async (original) =>
  (await prover()).checkSpaceWithBug(await original()),
);
vi.mock(import("./cover.ts"), async (original) =>
  (await prover()).coverWithBug(await original()),
);
vi.mock(import("./key-dimension.ts"), async (original) =>
  (await prover()).keyDimensionWithBug(await original()),
);
vi.mock(import("./region.ts"), async (original) =>
  (await prover()).regionWithBug(await original()),
);
vi.mock(import("./relations.ts"), async (original) =>
  (await prover()).relationsWithBug(await original()),
);
vi.mock(import("./witness.ts"), async (original) =>
  (await prover()).witnessWithBug(await original()),
);
vi.mock(import("./words.ts"), async (original) =>
  (await prover()).wordsWithBug(await original()),
);

function sample(numRuns: number, options: TinyOptions): readonly TinyPair[] {
  const pairs = tinyPairs({ ...options, maximum: 1000 });
  return fc.sample(pairs, { seed: 20261128, numRuns });
}

const plain = sample(400, {});
const withVariables = sample(60, { variables: true });
const open = sample(120, { open: true });
const all = [...plain, ...withVariables, ...open];

afterEach(() => {
  planted.bug = "";
  checker.isBlind = false;
});

/** How many of the pairs are looked at until one of them shows the bug; undefined where none does. */
function pairsUntilFound(
  pairs: readonly TinyPair[],
  about: RegExp,
  isFoundIn: (pair: TinyPair) => boolean,
): number | undefined {
  const near = pairs.filter((pair) =>
    about.test(JSON.stringify([pair.before, pair.after])),
  );
  const at = near.findIndex(isFoundIn);
  return at < 0 ? undefined : at + 1;
}

function isFoundByEvaluator(pair: TinyPair): boolean {
  return differences(pair).length > 0;
}

function isFoundByProver(pair: TinyPair): boolean {
  const { verdict, against } = newAccess(pair, "any", false);
  return verdict === "unknown" || JSON.stringify(against) !== "[]";
}

/** Words of the policies in which a bug can show. */
const evaluatorBugs: readonly (readonly [string, RegExp])[] = [
  ["StringEqualsIgnoreCase minds the case", /IgnoreCase/i],
  ["StringEquals does not mind the case", /String(?:Not)?Equals/],
  ["StringNotEquals has wildcards", /StringNotEquals/],
  ["StringLike takes wildcards as text", /StringLike/],
  ["ArnLike lets a star cross colons", /"Arn/],
  ["ArnEquals has no wildcards", /ArnEquals/],
  ["NumericEquals is at most", /NumericEquals/],
  ["NumericLessThan is at most", /NumericLessThan"/],
  ["NumericLessThanEquals is less than", /NumericLessThanEquals/],
  ["NumericGreaterThan is at least", /NumericGreaterThan"/],
  ["NumericGreaterThanEquals is more than", /NumericGreaterThanEquals/],
  ["DateLessThan is at most", /DateLessThan"/],
  ["DateGreaterThanEquals is after", /DateGreaterThanEquals/],
  ["Bool minds the case", /True/],
  ["IpAddress compares texts", /"IpAddress/],
  ["BinaryEquals holds never", /Binary/],
  ["negation is forgotten", /Not/],
  ["only the first value counts", /Condition/],
  ["ForAllValues is ForAnyValue", /ForAllValues/],
  ["IfExists is ignored", /IfExists/],
  ["every operator is IfExists", /Condition/],
  ["operators mind the case", /Condition/],
  ["policy variables are texts", /\$\{/],
  ["ForAllValues of a missing key is false", /ForAllValues/],
  ["ForAnyValue of a missing key is true", /ForAnyValue/],
  ["a negated operator is false for a missing key", /Not/],
  ["a missing key is whatever is asked", /String/],
  ["condition keys mind the case", /Condition/],
  ["Null is turned round", /Null/],
  ["NotAction is Action", /NotAction/],
  ["NotResource is Resource", /NotResource/],
  ["NotPrincipal is Principal", /NotPrincipal/],
  ["resources are not looked at", /key\/other/],
  ["conditions of a Deny are not looked at", /Deny/],
  ["a Deny is an Allow", /Deny/],
  ["an account is its principals itself", /root|"1111/],
  ["an account is its root user alone", /root|"1111/],
  ["a root user is like others of its account", /root|"1111/],
  ["a role is not its sessions", /:role/],
  ["a session is every session of its role", /assumed-role/],
  ["everyone is no service", /"\*"/],
  ["a service is every service", /Service/],
  ["the last principal counts", /Principal/],
  ["NotPrincipal exempts half", /NotPrincipal/],
  ["a range lacks its last address", /203\.0\.113\.7/],
  ["0.0.0.0/0 is everything", /0\.0\.0\.0\/0/],
  ["the zone of a date is ignored", /\+02:00/],
  ["seconds are milliseconds", /1767225600/],
  ["10.0 is no number", /10\.0"/],
  ["a question mark is nothing", /\?/],
  ["a star needs a character", /\*/],
  ["a session has its own ARN", /PrincipalArn/i],
];

const proverBugs: readonly (readonly [string, RegExp])[] = [
  ["the last kind of text is forgotten", /Condition/],
  ["the first kind of text is forgotten", /Condition/],
  ["a text of its own is forgotten", /Condition/],
  ["the absent key is forgotten", /Condition/],
  ["every third value is forgotten", /Condition/],
  ["every second value is forgotten", /Condition/],
  ["sessions without a name are forgotten", /Principal/],
  ["root users are forgotten", /Principal/],
  ["users are forgotten", /Principal/],
  ["services are forgotten", /Principal/],
  ["of lists the first rest is forgotten", /For(?:All|Any)/],
  ["nothing is left over", /Condition/],
  ["lists are within each other", /For(?:All|Any)/],
  ["what two boxes share is the first", /Allow/],
  ["the first cover is said to contain all", /Allow/],
  ["what an account is left is forgotten", /root/],
  ["what surely fits does not", /Allow/],
  ["denials are forgotten", /Deny/],
  ["a witness has no condition keys", /Condition/],
  ["a request has another action", /Decrypt/],
  ["a request has no condition keys", /Condition/],
];

describe("without a bug", () => {
  test("[V4] nothing is found", () => {
    expect(pairsUntilFound(plain.slice(0, 40), /./, isFoundByEvaluator)).toBe(
      undefined,
    );
    expect(pairsUntilFound(plain.slice(0, 40), /./, isFoundByProver)).toBe(
      undefined,
    );
    expect(
      pairsUntilFound(withVariables.slice(0, 40), /./, isFoundByEvaluator),
    ).toBe(undefined);
    expect(pairsUntilFound(open.slice(0, 40), /./, isFoundByEvaluator)).toBe(
      undefined,
    );
  });
});

describe("a bug in the evaluator", () => {
  test.each(evaluatorBugs)("[V4] %s: found", (bug, about) => {
    planted.bug = bug;
    expect(pairsUntilFound(all, about, isFoundByEvaluator)).toBeDefined();
  });
});

describe("a bug in the prover", () => {
  test.each(proverBugs)("[V4] %s: found", (bug, about) => {
    planted.bug = bug;
    expect(pairsUntilFound(plain, about, isFoundByProver)).toBeDefined();
  });

  test.each(proverBugs)("[V4] %s: found without the checker", (bug, about) => {
    planted.bug = bug;
    checker.isBlind = true;
    expect(pairsUntilFound(plain, about, isFoundByProver)).toBeDefined();
  });
});
