import type { ExampleDesign } from "../check/example.ts";
import { designOfParts } from "../check/example.ts";
import type { Design } from "../design/design.ts";
import { isDefined } from "../design/design.ts";
import { importText } from "../import/import-text.ts";

/** The design of an example of a rule. */
export function designOfExample(example: ExampleDesign): Design {
  const { json, template, ...parts } = example;
  if (template !== undefined) return imported(template);
  const design = designOfParts(parts);
  if (json === undefined) return design;
  const read = imported(
    JSON.stringify({ Version: "2012-10-17", Statement: json }),
  );
  const policies = read.keys.filter(isDefined).map(({ policy }) => policy);
  const [key, ...others] = design.keys;
  if (key === undefined || !isDefined(key) || policies[0] === undefined)
    throw new Error("the example has no key");
  const { mode } = key.policy;
  const { statements } = policies[0];
  return {
    ...design,
    principals: read.principals,
    keys: [
      { ...key, policy: { mode, minimize: false, statements } },
      ...others,
    ],
    ...parts.design,
  };
}

function imported(text: string): Design {
  const read = importText(text, "Test");
  if (read.ok) return read.value.design;
  throw new Error(read.problems.map(({ message }) => message).join("; "));
}
