import type { Result } from "../problem/problem.ts";
import { failed, ok } from "../problem/problem.ts";
import type { StackChange } from "./change.ts";
import {
  inUse,
  lastStack,
  missing,
  noParameterName,
  taken,
  textTaken,
} from "./change-problems.ts";
import type { Design } from "./design.ts";
import { indexOfId } from "./members.ts";
import { parameterIdForm } from "./parameter-id.ts";
import { patched } from "./patch.ts";
import { usesOfStack } from "./references.ts";
import { parameterUses, renameParameter, renameUses } from "./rename.ts";
import { sound } from "./sound.ts";

type Change<Type> = Extract<StackChange, { type: Type }>;

/** Adds a stack. */
export function addStack(
  design: Design,
  { stack, index }: Change<"add-stack">,
): Result<Design> {
  if (indexOfId(design.stacks, stack.id) >= 0)
    return failed(taken("stack", stack.id));
  return sound({ ...design, stacks: design.stacks.toSpliced(index, 0, stack) });
}

/** Removes a stack that nothing lives in, with its parameters and outputs. */
export function removeStack(design: Design, id: string): Result<Design> {
  const index = indexOfId(design.stacks, id);
  const path = ["stacks", index];
  if (index < 0) return failed(missing("stack", id));
  if (design.stacks.length === 1) return failed(lastStack(id, path));
  if (usesOfStack(design, id).length > 0)
    return failed(inUse("stack", id, path));
  return ok({ ...design, stacks: design.stacks.toSpliced(index, 1) });
}

/** Changes a stack; a new id is followed by every use of the old one. */
export function editStack(
  design: Design,
  { stack: id, patch }: Change<"edit-stack">,
): Result<Design> {
  const index = indexOfId(design.stacks, id);
  const newId = patch.id ?? id;
  if (index < 0) return failed(missing("stack", id));
  if (newId !== id && indexOfId(design.stacks, newId) >= 0)
    return failed(taken("stack", newId));
  const renamed = renameUses(design, { kind: "stack", id }, newId);
  return sound({
    ...renamed,
    stacks: renamed.stacks.map((stack, position) =>
      position === index ? patched(stack, patch) : stack,
    ),
  });
}

/** Renames a parameter and every text that uses it. */
export function renameParameterOf(
  design: Design,
  { parameter: from, to }: Change<"rename-parameter">,
): Result<Design> {
  const parameters = design.stacks.flatMap((stack) => stack.parameters ?? []);
  if (indexOfId(parameters, from) < 0)
    return failed(missing("parameter", from));
  if (from === to) return ok(design);
  if (!parameterIdForm.test(to)) return failed(noParameterName(to));
  if (indexOfId(parameters, to) >= 0) return failed(taken("parameter", to));
  const [use] = parameterUses(design, to);
  if (use !== undefined) return failed(textTaken(to, use));
  return ok(renameParameter(design, from, to));
}
