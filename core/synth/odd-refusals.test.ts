import { describe, expect, test } from "vitest";

import { printPath } from "../problem/problem.ts";
import { oddDesigns } from "../testing/odd-designs.ts";
import { settingsOfMode } from "./flags.ts";
import { cdkRefusals } from "./refusals.ts";

/** Code and place of each refusal of an odd design, as a new app of v2. */
function refusalsOf(name: string): readonly string[] {
  const odd = oddDesigns[name];
  if (odd === undefined) throw new Error(`no odd design: ${name}`);
  return cdkRefusals({ ...odd, cdk: settingsOfMode("new-v2") }).map(
    ({ code, path }) => `${code} ${printPath(path)}`,
  );
}

const outputs: Readonly<Record<string, string>> = {
  "the alias of a key without one":
    "output/no-alias stacks[0].outputs[0].value",
  "an alias that only another key adds":
    "output/no-alias stacks[0].outputs[0].value",
  "an alias of another account that is named by a parameter":
    "alias/named-later stacks[1].outputs[0].value",
};

const names: Readonly<Record<string, string>> = {
  "a role named by a parameter, in another account":
    "principal/name-needed principals[1].physicalName",
};

const arns: Readonly<Record<string, string>> = {
  "a key ARN with a slash and no name": "key/arn-form keys[0].arn",
  "a key ARN without a type": "key/arn-form keys[0].arn",
  "a key ARN without a service": "key/arn-form keys[0].arn",
  "a user whose ARN is a role's": "principal/arn-form principals[0].identity",
  "a role without a name": "principal/arn-form principals[0].identity",
};

const refused = { ...outputs, ...names, ...arns };

describe("odd designs that the CDK refuses", () => {
  test.each(Object.entries(outputs))("[Y22] %s", (name, refusal) => {
    expect(refusalsOf(name)).toContain(refusal);
  });

  test.each(Object.entries(names))("[Y23] %s", (name, refusal) => {
    expect(refusalsOf(name)).toContain(refusal);
  });

  test.each(Object.entries(arns))("[Y25] %s", (name, refusal) => {
    expect(refusalsOf(name)).toContain(refusal);
  });

  test("[Y10] no other odd design is refused", () => {
    const others = Object.keys(oddDesigns).filter((name) => !(name in refused));
    expect(
      others.flatMap((name) => refusalsOf(name).map((one) => [name, one])),
    ).toEqual([]);
  });
});
