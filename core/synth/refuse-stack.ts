import type { Design } from "../design/design.ts";
import type { Problem } from "../problem/problem.ts";
import { constructId } from "./logical-id.ts";
import { refusal } from "./refusal.ts";

/** Names of stacks and keys that the CDK refuses, and a design without keys. */
export function stackRefusals(design: Design): readonly Problem[] {
  return [
    ...design.stacks.flatMap(({ id }, index) =>
      /^[A-Za-z][A-Za-z0-9-]*$/.test(id)
        ? []
        : [
            refusal("stack/name", ["stacks", index, "id"], {
              message: `stack name \`${id}\` is not allowed: a letter, then letters, digits and hyphens`,
              help: "choose a name of that form",
            }),
          ],
    ),
    ...keyIdRefusals(design),
    ...resourceCountRefusals(design),
    ...(design.keys.length > 0
      ? []
      : [
          refusal("design/no-keys", ["keys"], {
            message: "the design has no key, and a template needs a resource",
            help: "add a key",
          }),
        ]),
  ];
}

/** CloudFormation's limit, which the CDK checks. Source: aws-cdk-lib 2.276.0, Stack.maxResources. */
const maximumResources = 500;

function resourceCountRefusals(design: Design): readonly Problem[] {
  return design.stacks.flatMap(({ id }, index) => {
    const resources = design.keys
      .filter((key) => key.stack === id)
      .reduce((count, { aliases }) => count + 1 + aliases.length, 0);
    if (resources <= maximumResources) return [];
    return [
      refusal("stack/resources", ["stacks", index], {
        message: `stack \`${id}\` has ${resources} keys and aliases, more than ${maximumResources} resources`,
        help: "remove some of them",
      }),
    ];
  });
}

function keyIdRefusals(design: Design): readonly Problem[] {
  const seen = new Set<string>();
  return design.keys.flatMap(({ id }, index) => {
    const stored = constructId(id);
    const path = ["keys", index, "id"];
    // The constructs library looks children up in a plain object, which has these names from the start.
    if (stored in {})
      return [
        refusal("key/id-reserved", path, {
          message: `\`${id}\` is a name that the CDK takes for one it has already`,
          help: "rename the key",
        }),
      ];
    if (seen.has(stored))
      return [
        refusal("key/id-taken", path, {
          message: `\`${id}\` and another key are one construct to the CDK, which stores \`/\` as \`--\``,
          help: "rename one of the keys",
        }),
      ];
    seen.add(stored);
    return [];
  });
}
