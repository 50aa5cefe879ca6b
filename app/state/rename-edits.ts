import type { Design, DesignChange, Problem } from "../../core/index.ts";
import { isDefined } from "../../core/index.ts";
import { keysText } from "../text/keys.ts";
import { edit } from "./edit.ts";
import {
  logicalIdAt,
  logicalIdChanges,
  type LogicalIdChange,
} from "./logical-ids.ts";
import type { Member } from "./members.ts";
import { newProblems } from "./new-problems.ts";
import { designOf } from "./selectors.ts";
import { designAfter } from "./step.ts";
import { getState } from "./store.ts";

/** A new name for a part of the design. */
export interface RenameWish {
  readonly member: Member;
  readonly to: string;
  /** What CloudFormation knows stays as it is: the logical ID of a key, the name of a stack. */
  readonly keep: boolean;
}

/** What CloudFormation will see of a new name. */
export interface RenamePreview {
  readonly resources: readonly LogicalIdChange[];
  /** The name of the stack in CloudFormation, where that changes. */
  readonly stackName?: { readonly before: string; readonly after: string };
}

/** What of a part CloudFormation knows by its name and could keep. */
export function canKeep(design: Design, { list, id }: Member): boolean {
  if (list === "stacks")
    return design.stacks.some(
      (stack) => stack.id === id && stack.name === undefined,
    );
  return design.keys.some(
    (key) =>
      list === "keys" &&
      key.id === id &&
      isDefined(key) &&
      key.logicalId === undefined,
  );
}

/** What a new name changes in CloudFormation. */
export function previewRename(design: Design, wish: RenameWish): RenamePreview {
  const next = designAfter(design, renameChange(design, wish));
  if (!next.ok || wish.to === "" || wish.to === wish.member.id)
    return { resources: [] };
  const stackName =
    wish.member.list === "stacks" ? stackNames(design, next.value, wish) : {};
  return { resources: logicalIdChanges(design, next.value), ...stackName };
}

/** Gives a part of the design another name; returns what is wrong with the name. */
export function rename(
  wish: RenameWish,
): Pick<Problem, "message" | "help"> | undefined {
  const design = designOf(getState());
  const { member, to } = wish;
  if (to === member.id) return undefined;
  if (to === "")
    return {
      message: keysText.nameEmpty[member.list],
      help: keysText.nameEmptyHelp,
    };
  const change = renameChange(design, wish);
  const [problem] = newProblems(design, change);
  if (problem !== undefined) return problem;
  const made = edit({ title: `Rename ${member.id} to ${to}`, change });
  return made.ok ? undefined : made.problems[0];
}

function renameChange(
  design: Design,
  { member: { list, id }, to, keep }: RenameWish,
): DesignChange {
  switch (list) {
    case "stacks":
      return {
        type: "edit-stack",
        stack: id,
        patch: { id: to, ...(keep && { name: id }) },
      };
    case "keys": {
      const logicalId = keep ? logicalIdOfKey(design, id) : undefined;
      return {
        type: "edit-key",
        key: id,
        patch: { id: to, ...(logicalId !== undefined && { logicalId }) },
      };
    }
    case "aliases":
      return { type: "edit-alias", alias: id, patch: { id: to } };
    case "consumers":
      return { type: "edit-consumer", consumer: id, patch: { id: to } };
    case "principals":
      return principalRename(design, id, to);
  }
}

function principalRename(design: Design, id: string, to: string): DesignChange {
  const principal = design.principals.find((one) => one.id === id);
  return principal === undefined
    ? { type: "batch", changes: [] }
    : {
        type: "replace-principal",
        principal: id,
        by: { ...principal, id: to },
      };
}

function logicalIdOfKey(design: Design, id: string): string | undefined {
  const index = design.keys.findIndex((key) => key.id === id);
  return logicalIdAt(design, ["keys", index]);
}

function stackNames(
  before: Design,
  after: Design,
  { member: { id }, to }: RenameWish,
): Pick<RenamePreview, "stackName"> {
  const was = nameOfStack(before, id);
  const is = nameOfStack(after, to);
  return was === is ? {} : { stackName: { before: was, after: is } };
}

function nameOfStack({ stacks }: Design, id: string): string {
  return stacks.find((stack) => stack.id === id)?.name ?? id;
}
