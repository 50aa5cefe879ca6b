import type {
  Dependent,
  Design,
  DesignChange,
  Path,
} from "../../core/index.ts";
import {
  dependentsOfKey,
  dependentsOfStack,
  removeKeyWithDependents,
  removeStackWithDependents,
  usesOf,
} from "../../core/index.ts";
import { keysText } from "../text/keys.ts";
import { edit } from "./edit.ts";
import { indexOfMember, type Member } from "./members.ts";
import { selectKey } from "./select.ts";
import { designOf, subjectOf } from "./selectors.ts";
import { announce, getState, setSession } from "./store.ts";
import { withoutUnused } from "./unused-principals.ts";

/** What goes when a part of the design is deleted, besides the part itself. */
export function dependentsOf(
  design: Design,
  { list, id }: Member,
): readonly Dependent[] {
  switch (list) {
    case "stacks":
      return [...ownMembers(design, id), ...dependentsOfStack(design, id)];
    case "keys":
      return dependentsOfKey(design, id);
    case "aliases":
      return outputsOfAlias(design, id);
    case "principals":
    case "consumers":
      return [];
  }
}

/** The change that deletes a part of the design with all that depends on it. */
export function removalOf(design: Design, member: Member): DesignChange {
  const { list, id } = member;
  switch (list) {
    case "stacks":
      return withoutUnused(design, removeStackWithDependents(design, id));
    case "keys":
      return withoutUnused(design, removeKeyWithDependents(design, id));
    case "aliases":
      return removeAlias(design, id);
    case "consumers":
      return { type: "remove-consumer", consumer: id };
    case "principals":
      return { type: "remove-principal", principal: id };
  }
}

/** Deletes what is selected; asks first where other things go with it. */
export function deleteSubject(): void {
  const state = getState();
  const subject = subjectOf(state);
  if (subject === undefined) return;
  if (dependentsOf(designOf(state), subject).length > 0)
    setSession({ dialog: "delete" });
  else deleteMember(subject);
}

/** Deletes a part of the design with all that depends on it. */
export function deleteMember(member: Member): void {
  const design = designOf(getState());
  const made = edit({
    title: `Delete ${member.id}`,
    change: removalOf(design, member),
  });
  if (!made.ok) return;
  if (member.list !== "keys") selectNearest(made.value, design, member);
  announce(keysText.removed(member.id));
}

/** Shows a key in place of what is gone: one of its stack where there is one. */
function selectNearest(after: Design, before: Design, member: Member): void {
  const place = before[member.list]?.[indexOfMember(before, member)];
  const stack = place !== undefined && "stack" in place ? place.stack : "";
  const key = after.keys.find((one) => one.stack === stack) ?? after.keys[0];
  if (key !== undefined) selectKey(key.id);
}

function ownMembers(design: Design, stackId: string): readonly Dependent[] {
  const index = indexOfMember(design, { list: "stacks", id: stackId });
  const outputs = design.stacks[index]?.outputs ?? [];
  return outputs.map(({ id }, at) => ({
    kind: "output",
    id,
    path: ["stacks", index, "outputs", at],
  }));
}

function outputsOfAlias(design: Design, id: string): readonly Dependent[] {
  return usesOf(design, "alias", id).map(({ path }) => {
    const [, stack, , at] = path;
    const output = outputAt(design, path);
    return {
      kind: "output",
      id: output?.id ?? "",
      path: ["stacks", stack ?? 0, "outputs", at ?? 0],
    };
  });
}

function outputAt({ stacks }: Design, [, stack, , at]: Path) {
  return typeof stack === "number" && typeof at === "number"
    ? stacks[stack]?.outputs?.[at]
    : undefined;
}

/** An alias goes with the outputs that show it. */
function removeAlias({ stacks }: Design, alias: string): DesignChange {
  const shows = ({ value }: { readonly value: object }) =>
    "alias" in value && value.alias === alias;
  return {
    type: "batch",
    changes: [
      ...stacks.flatMap(({ id: stack, outputs = [] }): DesignChange[] => {
        const kept = outputs.filter((output) => !shows(output));
        return kept.length === outputs.length
          ? []
          : [{ type: "edit-stack", stack, patch: { outputs: orNone(kept) } }];
      }),
      { type: "remove-alias", alias },
    ],
  };
}

/** A list that is left empty goes. */
export function orNone<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}
