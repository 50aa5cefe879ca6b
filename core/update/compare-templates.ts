import { partsOf } from "./compare-resources.ts";
import type { Context, Part } from "./compare-resources.ts";
import { changedExports } from "./exports.ts";
import { pairStacks } from "./pair-stacks.ts";
import type { TemplatePair } from "./pair-stacks.ts";
import { renamedKeys } from "./renamed-keys.ts";
import { resourcesOf } from "./resource.ts";
import type { Effect, StackTemplate, Update } from "./update.ts";

/**
 * What deploying the head over the base does, resource by resource: for CloudFormation, and for Terraform where it has
 * a counterpart. What is the same in both is left out.
 *
 * A stack of the base that the head lacks is not deployed: what happens when it is deleted is told.
 */
export function compareTemplates(
  base: readonly StackTemplate[],
  head: readonly StackTemplate[],
): readonly Update[] {
  const templates = pairStacks(base, head);
  const pairs = templates.map((pair) => ({
    templates: pair,
    stack: pair.stack,
    base: resourcesOf(pair.base ?? {}),
    head: resourcesOf(pair.head ?? {}),
  }));
  const renamed = renamedKeys(pairs);
  return pairs.flatMap((pair) => [
    ...compareStack({ ...pair, renamed }),
    ...changedExports(pair.templates, templates).flatMap((part) =>
      told(pair.templates, part),
    ),
  ]);
}

function compareStack(context: Context): readonly Update[] {
  const ids = new Set([...context.base.keys(), ...context.head.keys()]);
  return [...ids].flatMap((logicalId) =>
    partsOf(context, logicalId).flatMap((part) =>
      told(context.templates, { logicalId, ...part }),
    ),
  );
}

/** What happens to a part of a resource, for each target. */
function told(
  { stack, head }: TemplatePair,
  { effects, ...part }: Part & { readonly logicalId: string },
): readonly Update[] {
  const { cloudFormation, terraform } = effects;
  const effect =
    head === undefined ? whenDeleted(cloudFormation) : cloudFormation;
  const update: Update = {
    stack,
    ...part,
    target: "cloudformation",
    ...effect,
  };
  return terraform === undefined
    ? [update]
    : [update, { ...update, target: "terraform", ...terraform }];
}

function whenDeleted({ impact, reason }: Effect): Effect {
  return {
    impact,
    reason: `the stack is not among the new ones, and when it is deleted: ${reason}`,
  };
}
