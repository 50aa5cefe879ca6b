import { performance } from "node:perf_hooks";
import fc from "fast-check";
import type {
  Design,
  OwnedKey,
  Principal,
  Statement,
} from "../../core/index.ts";
import {
  checkAll,
  emptyDesign,
  isJsonList,
  isJsonObject,
  newKey,
} from "../../core/index.ts";
import { realisticPolicy } from "../../core/testing/realistic-policies.ts";
import { median, milliseconds, percentile } from "./statistics.ts";

/** Designs of a kind: every run has other texts, so that nothing is remembered. */
type DesignOf = (keys: number, run: number) => Design;

/** Times the whole check of a design, in one thread. */
export function benchCheck(): void {
  console.log(
    "\nChecks: all rules over all keys, with what the prover knows of each; goal for 500 simple keys: 200 ms",
  );
  const sizes = [1, 25, 100, 500];
  console.table([
    ...sizes.map((keys) => timesOf("simple", simpleDesign, keys)),
    ...sizes.map((keys) => timesOf("realistic", realisticDesign, keys)),
  ]);
}

const WARM_UPS = 5;

function timesOf(name: string, designOf: DesignOf, keys: number) {
  const runs = keys > 100 ? 15 : 40;
  const all = Array.from({ length: runs + WARM_UPS }, (_, run) => {
    const design = designOf(keys, run);
    return { first: timed(design), edited: timed(withEdit(design)) };
  }).slice(WARM_UPS);
  const [first, edited] = [
    all.map((one) => one.first),
    all.map((one) => one.edited),
  ];
  return {
    design: name,
    keys,
    "first check": milliseconds(median(first)),
    "p99 ": milliseconds(percentile(first, 99)),
    "after an edit": milliseconds(median(edited)),
    p99: milliseconds(percentile(edited, 99)),
  };
}

function timed(design: Design): number {
  const start = performance.now();
  checkAll(design);
  return performance.now() - start;
}

/** The design with one statement less in its first key. */
function withEdit(design: Design): Design {
  const [first, ...others] = design.keys;
  if (first === undefined || !("policy" in first)) return design;
  const { policy } = first;
  const statements = policy.statements.slice(0, -1);
  return {
    ...design,
    keys: [{ ...first, policy: { ...policy, statements } }, ...others],
  };
}

/** Keys with the statement of the account, an administrator and two statements with a condition each. */
function simpleDesign(keys: number, run: number): Design {
  const empty = emptyDesign("Bench");
  return {
    ...empty,
    principals: [
      roleNamed("Admins"),
      roleNamed("App"),
      { id: "Logs", kind: "service", service: "logs.amazonaws.com" },
    ],
    keys: Array.from({ length: keys }, (_, index) => ({
      ...newKey(empty),
      id: `Key${index}`,
      description: `Key number ${index}`,
      administrators: ["Admins"],
      policy: { mode: "amend", statements: statementsOf(`${run}-${index}`) },
    })),
  };
}

function roleNamed(name: string): Principal {
  const arn = `arn:aws:iam::111122223333:role/${name}`;
  return { id: name, kind: "arn", arn };
}

function statementsOf(name: string): readonly Statement[] {
  return [
    {
      effect: "Allow",
      principals: ["App"],
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: ["*"],
      conditions: { StringEquals: { "kms:EncryptionContext:app": name } },
    },
    {
      effect: "Allow",
      principals: ["Logs"],
      actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
      resources: ["*"],
      conditions: {
        ArnLike: {
          "aws:SourceArn": `arn:aws:logs:us-east-1:111122223333:log-group:${name}/*`,
        },
      },
    },
  ];
}

/** Keys with policies of five statements such as people write, also such that deny. */
function realisticDesign(keys: number, run: number): Design {
  const empty = emptyDesign("Bench");
  const policies = fc.sample(realisticPolicy({ statements: 5 }), {
    numRuns: keys,
    seed: run,
  });
  return {
    ...empty,
    keys: policies.map(({ Statement: list = [] }, index): OwnedKey => ({
      ...newKey(empty),
      id: `Key${index}`,
      policy: {
        mode: "replace",
        statements: (isJsonList(list) ? list : [list])
          .filter(isJsonObject)
          .map((verbatim) => ({ verbatim })),
      },
    })),
  };
}
