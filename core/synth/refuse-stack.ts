import type { Design } from "../design/design.ts";
import type { Problem } from "../problem/problem.ts";
import { constructId } from "./logical-id.ts";
import { refusal } from "./refusal.ts";

/** What stacks add to themselves when they are synthesised. Source: aws-cdk-lib 2.276.0, DefaultStackSynthesizer. */
const reservedIds: ReadonlySet<string> = new Set([
  "BootstrapVersion",
  "CheckBootstrapVersion",
]);

/** Names of stacks and keys that the CDK refuses, and a design without keys. */
export function stackRefusals(design: Design): readonly Problem[] {
  return [
    ...design.stacks.flatMap(({ id }, index) =>
      /^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(id)
        ? []
        : [
            refusal("stack/name", ["stacks", index, "id"], {
              message: `stack name \`${id}\` is not allowed: a letter, then letters, digits and hyphens, 128 in all`,
              help: "choose a name of that form",
            }),
          ],
    ),
    ...keyIdRefusals(design),
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

function keyIdRefusals(design: Design): readonly Problem[] {
  const seen = new Set<string>();
  return design.keys.flatMap(({ id }, index) => {
    const stored = constructId(id);
    const path = ["keys", index, "id"];
    // The constructs library looks children up in a plain object, which has these names from the start.
    if (reservedIds.has(stored) || stored in {})
      return [
        refusal("key/id-reserved", path, {
          message: `\`${id}\` is a name that the CDK uses itself`,
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
