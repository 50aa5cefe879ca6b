import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import type { JsonObject } from "../problem/json.ts";
import { tinyProver } from "../testing/new-access-check.ts";
import { newAccessFormula } from "../testing/smt.ts";
import { gainedBy } from "./gained.ts";

/*
 * z3 is no dependency: 35 MB of WebAssembly. `npm install --no-save z3-solver@5.2.0`, and the deep run asks it; or
 * KEYWRIGHT_Z3 says where its module is.
 */
interface Z3 {
  readonly mk_config: () => unknown;
  readonly mk_context: (config: unknown) => unknown;
  readonly eval_smtlib2_string: (
    context: unknown,
    text: string,
  ) => Promise<string>;
}

const solverModule = z.object({
  init: z.custom<
    () => Promise<{
      readonly Z3: Z3;
      readonly em?: {
        readonly PThread?: { readonly terminateAllThreads: () => void };
      };
    }>
  >(),
});
const where = process.env["KEYWRIGHT_Z3"] ?? "z3-solver";
const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const loaded = isDeep
  ? await import(/* @vite-ignore */ where).then(
      (found: unknown) => solverModule.safeParse(found).data,
      () => undefined,
    )
  : undefined;

const account = "111122223333";
const pieces = fc.constantFrom("a", "b", "*", "?", "*");
const patternOf = (letters: fc.Arbitrary<string>) =>
  fc
    .array(letters, { minLength: 1, maxLength: 6 })
    .map((list) => list.join(""));
const valueOf = patternOf(pieces);
const via = patternOf(fc.constantFrom("s3", ".", "us-east-1", "*", "?", "x"));
const iamArn = fc
  .tuple(
    fc.constantFrom("*", account, "44445555*", "?11122223333"),
    fc.constantFrom("role", "user", "*", "role/p"),
    patternOf(fc.constantFrom("a", "b", "*", "/", "?")),
  )
  .map(([id, type, tail]) => `arn:aws:iam::${id}:${type}/${tail}`);

const operators = ["Equals", "NotEquals", "Like", "NotLike"];

function atoms(type: string, key: string, value: fc.Arbitrary<string>) {
  return fc
    .tuple(
      fc.constantFrom(...operators),
      fc.constantFrom("", "", "IfExists"),
      fc.uniqueArray(value, { minLength: 1, maxLength: 2 }),
    )
    .map(([name, ending, wanted]) => ({
      [`${type}${name}${ending}`]: { [key]: wanted },
    }));
}

const condition = fc.oneof(
  atoms("String", "kms:EncryptionContext:k", valueOf),
  atoms("String", "kms:ViaService", via),
  atoms("Arn", "aws:PrincipalArn", iamArn),
  atoms("String", "aws:PrincipalArn", iamArn),
);

const statement: fc.Arbitrary<JsonObject> = fc
  .record({
    Effect: fc.constantFrom("Allow", "Allow", "Deny"),
    AWS: fc.constantFrom(
      "*",
      "*",
      `arn:aws:iam::${account}:root`,
      `arn:aws:iam::${account}:role/a`,
      "arn:aws:iam::444455556666:user/p/b",
    ),
    Action: fc.constantFrom("kms:*", "kms:Decrypt", "kms:D*", "kms:*Key"),
    conditions: fc.array(condition, { maxLength: 2 }),
  })
  .map(({ Effect, AWS, Action, conditions }) => ({
    Effect,
    Principal: { AWS },
    Action,
    Resource: "*",
    Condition: Object.fromEntries(
      conditions.flatMap((one) => Object.entries(one)),
    ),
  }));

const pairs = fc
  .tuple(
    fc.array(statement, { minLength: 1, maxLength: 3 }),
    statement,
    fc.nat(4),
  )
  .map(([list, other, at]) => {
    const policy = (Statement: readonly JsonObject[]): JsonObject => ({
      Version: "2012-10-17",
      Statement,
    });
    const place = at % list.length;
    return [
      policy(list),
      policy(list.toSpliced(place, at % 2, other)),
    ] as const;
  });

/** What the prover says of new access for users and roles. */
function verdictOf(before: JsonObject, after: JsonObject): string {
  const prover = tinyProver(before, after);
  const verdicts = (prover.policies[1]?.allows ?? []).map(
    ({ statement: { index } }) =>
      gainedBy(prover, {
        statement: index,
        pair: { from: 0, to: 1, side: "any" },
        where: [
          {
            kind: "where",
            caller: ({ kind }) => kind === "user" || kind === "role",
          },
        ],
      }).verdict,
  );
  if (verdicts.includes("refuted")) return "sat";
  return verdicts.includes("unknown") ? "unknown" : "unsat";
}

describe.skipIf(loaded === undefined)(
  "z3 (asked by the deep run where it is installed)",
  () => {
    test("[V21] decides as the prover, where it decides", async () => {
      const solver = await loaded?.init();
      const counts = { sat: 0, unsat: 0, undecided: 0 };
      const wrong: unknown[] = [];
      for (const [before, after] of fc.sample(pairs, {
        seed: 20261128,
        numRuns: 40,
      })) {
        const context = solver?.Z3.mk_context(solver.Z3.mk_config());
        const formula = newAccessFormula(before, after);
        const answer = await solver?.Z3.eval_smtlib2_string(context, formula);
        const theirs = answer?.trim() ?? "";
        const ours = verdictOf(before, after);
        if (theirs === "sat" || theirs === "unsat") counts[theirs]++;
        else counts.undecided++;
        if (/^(?:un)?sat$/.test(theirs) && theirs !== ours)
          wrong.push({ ours, theirs, before, after });
      }
      solver?.em?.PThread?.terminateAllThreads();
      console.log(counts);
      expect(wrong).toEqual([]);
      expect(Math.min(counts.sat, counts.unsat)).toBeGreaterThan(3);
    });
  },
);
