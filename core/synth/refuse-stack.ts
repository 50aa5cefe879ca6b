import type { Design } from "../design/design.ts";
import type { Problem } from "../problem/problem.ts";
import { membersOf } from "./kept-template.ts";
import { refusal } from "./refusal.ts";
import { builtDesign } from "./synthesize.ts";

/** Names of stacks that the CDK refuses, and stacks with too few or too many resources. */
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
    ...resourceCountRefusals(design),
    ...(design.keys.length > 0
      ? emptyStackRefusals(design)
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
    const resources = resourceCount(design, id);
    if (resources <= maximumResources) return [];
    return [
      refusal("stack/resources", ["stacks", index], {
        message: `stack \`${id}\` has ${resources} resources, more than ${maximumResources}`,
        help: "move some of its keys to another stack",
      }),
    ];
  });
}

function resourceCount(design: Design, id: string): number {
  const { root, stack } = builtDesign(design).assembly.stack(id);
  const own = root
    .withElements()
    .filter(({ element }) => element?.section === "Resources");
  const kept = membersOf(stack.template?.rest ?? {}, "Resources");
  return own.length + Object.values(kept).filter((one) => one !== null).length;
}

function emptyStackRefusals(design: Design): readonly Problem[] {
  return design.stacks.flatMap(({ id }, index) =>
    resourceCount(design, id) > 0
      ? []
      : [
          refusal("stack/empty", ["stacks", index], {
            message: `stack \`${id}\` creates nothing, and a template needs a resource`,
            help: "add a key, an alias or a grant to a new role, or remove the stack",
          }),
        ],
  );
}
