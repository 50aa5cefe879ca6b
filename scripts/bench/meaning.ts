import { performance } from "node:perf_hooks";
import fc from "fast-check";
import type { JsonObject } from "../../core/index.ts";
import { isJsonList } from "../../core/index.ts";
import { decide } from "../../core/evaluate/decide.ts";
import { readQuestion } from "../../core/evaluate/question.ts";
import { readPolicy } from "../../core/evaluate/statement.ts";
import { gainedBy } from "../../core/prove/gained.ts";
import type { Prover } from "../../core/prove/prover.ts";
import { proverFor } from "../../core/prove/prover.ts";
import { standingOf } from "../../core/prove/redundant.ts";
import { realisticPair } from "../../core/testing/realistic-policies.ts";
import { median, milliseconds, percentile } from "./statistics.ts";

const key = {
  arn: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  account: "111122223333",
  context: {},
};

/** Times evaluator and prover on policies such as people write; the goals are those of the design. */
export function benchMeaning(): void {
  console.log(
    "\nMeaning: containment of two policies (one direction, cold, with the checker of proofs); goals at 100 statements: median 30 ms, p99 100 ms",
  );
  console.table(
    [
      { statements: 5, pairs: 200, variables: 0 },
      { statements: 20, pairs: 200, variables: 0 },
      { statements: 20, pairs: 200, variables: 0.15 },
      { statements: 50, pairs: 100, variables: 0 },
      { statements: 100, pairs: 100, variables: 0 },
    ].map(containment),
  );
  console.log(
    "The same after an edit of one statement, classes remembered; goal: p99 16 ms",
  );
  console.table([20, 100].map(afterEdit));
  console.log("Redundancy of all statements; goal: p99 50 ms");
  console.table([20, 100].map(redundancy));
  console.log("Evaluation, decisions a second; goal at 10 statements: 200,000");
  console.table([{ statements: 10, "a second": throughput(10).toFixed(0) }]);
}

interface Scenario {
  readonly statements: number;
  readonly pairs: number;
  readonly variables: number;
}

function proverOf(policies: readonly JsonObject[]): Prover | undefined {
  return proverFor({
    policies: policies.map(readPolicy),
    partition: "aws",
    account: key.account,
    keyArn: key.arn,
    constants: new Map(),
    accounts: [],
    principals: [],
    comparisons: [],
  });
}

function containment({ statements, pairs, variables }: Scenario) {
  const list = fc.sample(realisticPair({ statements, variables }), {
    numRuns: pairs,
    seed: 7,
  });
  const times: number[] = [];
  let unknown = 0;
  let bytes = 0;
  for (const [before, after] of list) {
    const start = performance.now();
    if (contains(before, after) === "unknown") unknown++;
    times.push(performance.now() - start);
    bytes += JSON.stringify(after).length;
  }
  return {
    statements,
    "with variables": `${variables * 100} %`,
    KB: (bytes / list.length / 1024).toFixed(1),
    median: milliseconds(median(times)),
    p99: milliseconds(percentile(times, 99)),
    unknown: `${unknown} of ${pairs}`,
  };
}

/** Whether the second policy allows nothing that the first does not. */
function contains(before: JsonObject, after: JsonObject): string {
  const prover = proverOf([before, after]);
  if (prover === undefined) return "unknown";
  let verdict = "proven";
  for (const { statement } of prover.policies[1]?.allows ?? []) {
    const found = gainedBy(prover, {
      statement: statement.index,
      pair: { from: 0, to: 1, side: "any" },
    });
    if (found.verdict === "refuted") return "refuted";
    if (found.verdict === "unknown") verdict = "unknown";
  }
  return verdict;
}

/** Containment of a policy in itself with one statement more, after the same was asked without it. */
function afterEdit(statements: number) {
  const list = fc.sample(realisticPair({ statements }), {
    numRuns: 60,
    seed: 10,
  });
  const times = list.map(([before]) => {
    const { Statement: all } = before;
    const [first, ...others] = isJsonList(all) ? all : [];
    const edited = { ...before, Statement: [...others, first ?? {}] };
    contains(before, before);
    const start = performance.now();
    contains(before, edited);
    return performance.now() - start;
  });
  return {
    statements,
    median: milliseconds(median(times)),
    p99: milliseconds(percentile(times, 99)),
  };
}

function redundancy(statements: number) {
  const list = fc.sample(realisticPair({ statements }), {
    numRuns: 40,
    seed: 8,
  });
  const times = list.map(([policy]) => {
    const start = performance.now();
    const prover = proverOf([policy]);
    for (const one of readPolicy(policy).statements)
      if (prover) standingOf(prover, one.index, one.effect === "Allow");
    return performance.now() - start;
  });
  return {
    statements,
    median: milliseconds(median(times)),
    p99: milliseconds(percentile(times, 99)),
  };
}

function throughput(statements: number): number {
  const [[policy] = []] = fc.sample(realisticPair({ statements }), {
    numRuns: 1,
    seed: 9,
  });
  const ready = readPolicy(policy ?? {});
  const read = readQuestion(
    {
      principal: "arn:aws:sts::111122223333:assumed-role/App1/s",
      action: "kms:Decrypt",
      context: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
    },
    key,
  );
  if (!read.ok) return 0;
  const { question } = read.value;
  const runs = 200_000;
  for (let run = 0; run < runs; run++) decide(ready, question);
  const start = performance.now();
  for (let run = 0; run < runs; run++) decide(ready, question);
  return (runs / (performance.now() - start)) * 1000;
}
