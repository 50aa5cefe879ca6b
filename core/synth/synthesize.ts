import type { Design, Key, Stack } from "../design/design.ts";
import { indexOfId, memberWithId } from "../design/members.ts";
import type { JsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import type { StackNode } from "./assembly.ts";
import { buildAssembly } from "./build-assembly.ts";
import type { Built } from "./build-assembly.ts";
import { resolverOf } from "./cross-stack.ts";
import { cdkIds, readableLogicalIds } from "./logical-id.ts";
import type { RenderedPolicy } from "./policy-document.ts";
import { oncePerKey } from "./once-per-key.ts";
import { policyOf } from "./synth-key.ts";
import { keptOrigins, withKept } from "./kept-template.ts";
import type {
  ResourceOrigins,
  SynthesizedStack,
  Template,
} from "./template.ts";

const built = new WeakMap<Design, Built>();

/** The design put together with the CDK's logical IDs; remembered, as a design never changes. */
export function builtDesign(design: Design): Built {
  const known = built.get(design) ?? buildAssembly(design, () => cdkIds);
  built.set(design, known);
  return known;
}

/** The templates of a design, one a stack in the design's order, as the real CDK synthesises them. */
export function synthesize(
  design: Design,
  logicalIds: "cdk" | "readable" = "cdk",
): readonly SynthesizedStack[] {
  const whole =
    logicalIds === "cdk"
      ? builtDesign(design)
      : buildAssembly(design, readableLogicalIds);
  return design.stacks.map(({ id }) =>
    synthesizeStack(whole, whole.assembly.stack(id)),
  );
}

function synthesizeStack(
  { assembly }: Built,
  node: StackNode,
): SynthesizedStack {
  const resolve = resolverOf(assembly, node);
  const sections = new Map<string, Record<string, JsonObject>>();
  const origins: Record<string, ResourceOrigins> = {};
  for (const { element } of node.root.withElements()) {
    if (element === undefined) continue;
    const { section, logicalId } = element;
    const rendered = element.render(resolve);
    const members = sections.get(section) ?? {};
    members[logicalId] = rendered.json;
    sections.set(section, members);
    if (rendered.origins !== undefined)
      origins[`${section}.${logicalId}`] = rendered.origins;
  }
  const { description, template: kept } = node.stack;
  const own: Template = {
    ...(description !== undefined && { Description: description }),
    ...Object.fromEntries(sections),
  };
  if (kept === undefined)
    return { stack: node.stack.id, template: own, origins };
  return {
    stack: node.stack.id,
    template: withKept(own, kept),
    origins: { ...keptOrigins(kept, [...node.path, "template"]), ...origins },
  };
}

/** A key policy as it is written into the template. */
export interface WrittenKeyPolicy extends RenderedPolicy {
  /** It refers to other resources. */
  readonly hasReferences: boolean;
}

/** The key policy of one key as it is written into the template. */
export const synthesizeKeyPolicy = oncePerKey(
  (design, key: Key): WrittenKeyPolicy => {
    const { assembly, keys } = builtDesign(design);
    const node = keys.get(key.id);
    if (node?.statements === undefined || !("policy" in key))
      return { document: undefined, origins: [], hasReferences: false };
    const policy = policyOf(key, node.statements, assembly);
    const resolve = resolverOf(assembly, node.home);
    let hasReferences = false;
    const rendered = policy.render((mark) => {
      hasReferences ||= assembly.reference(mark) !== undefined;
      return resolve(mark);
    });
    return { ...rendered, hasReferences };
  },
);

/** Where a key stands in its design. */
export function pathOfKey(design: Design, key: Key): Path {
  return ["keys", indexOfId(design.keys, key.id)];
}

/** The stack that a key is in. */
export function stackOf(design: Design, key: Key): Stack {
  const stack = memberWithId(design.stacks, key.stack);
  // INVARIANT: a parsed design names only stacks it has.
  if (stack === undefined) throw new Error(`no stack ${key.stack}`);
  return stack;
}
