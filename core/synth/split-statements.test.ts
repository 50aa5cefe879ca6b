import { describe, expect, test } from "vitest";

import { policyStatement } from "./policy-statement.ts";
import type { PolicyStatement } from "./policy-statement.ts";
import { splitStatements } from "./split-statements.ts";

function allow(
  actions: readonly string[],
  resources: readonly string[],
): PolicyStatement {
  return policyStatement({ actions, resources, origins: [["keys", 0]] });
}

/** The keys with these numbers, whose ARNs the deployment decides. */
function arns(from: number, to: number): readonly string[] {
  return Array.from(
    { length: to - from + 1 },
    (_, index) => `\${Token[${from + index}]}`,
  );
}

/** Statements of one action each on as many keys. */
function onEach(count: number): readonly PolicyStatement[] {
  return arns(1, count).map((arn, index) => allow([`kms:A${index}`], [arn]));
}

describe("the policy of a role that the CDK creates", () => {
  test("[Y26] stays whole while it fits", () => {
    const statements = onEach(40);
    expect(splitStatements(statements, "none")).toEqual([statements]);
  });

  test("[Y26] goes on in managed policies, each of which is filled", () => {
    const shares = splitStatements(onEach(100), "none");
    // A statement counts 207 or 208 here: 48 fit into 10,000 and 28 into 6000.
    expect(shares.map(({ length }) => length)).toEqual([48, 28, 24]);
  });

  test("[Y26] takes short statements behind one that does not fit any more", () => {
    const long = allow(
      Array.from({ length: 800 }, (_, index) => `kms:Long${index}`),
      ["*"],
    );
    const short = allow(["kms:Decrypt"], ["*"]);
    expect(splitStatements([long, short], "none")).toEqual([[short], [long]]);
  });

  test("[Y26] merges no further than a managed policy can be filled", () => {
    const each = arns(1, 13).map((arn) => allow(["kms:Decrypt"], [arn]));
    const [inline = []] = splitStatements(each, "combinable");
    expect(inline.map(({ resources }) => resources.length)).toEqual([12, 1]);
  });

  test("[Y26] has what is said twice once, unless nothing is merged", () => {
    const twice = [
      allow(["kms:A", "kms:B"], ["*"]),
      allow(["kms:B", "kms:A"], ["*"]),
    ];
    expect(splitStatements(twice, "equal")[0]).toHaveLength(1);
    expect(splitStatements(twice, "none")[0]).toHaveLength(2);
  });
});
