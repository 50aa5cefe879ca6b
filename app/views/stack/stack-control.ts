import type { Stack, StackPatch } from "../../../core/index.ts";
import { ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import type { TextControl } from "../../state/drafts.ts";

/** What a part of the stack's settings is given. */
export interface StackProps {
  readonly stack: Stack;
  /** Where the stack stands in the design. */
  readonly index: number;
}

/** A property of a stack that is a text. */
export interface StackText {
  readonly part: "id" | "name" | "account" | "description";
  readonly label: string;
}

/** A field for a text of a stack; the empty text removes it. */
export function stackControl(
  stack: Stack,
  index: number,
  { part, label }: StackText,
): TextControl {
  return {
    id: draftId("stacks", stack.id, part),
    // The stack's id changes while it is typed.
    field: draftId("stacks", index, part),
    label,
    path: ["stacks", index, part],
    value: stack[part] ?? "",
    title: `Set ${label.toLowerCase()}`,
    read: (text) => ok(stackChange(stack, patchOf(part, text))),
  };
}

/** A change of one stack. */
export function stackChange(stack: Stack, patch: StackPatch) {
  return { type: "edit-stack" as const, stack: stack.id, patch };
}

function patchOf(part: StackText["part"], text: string): StackPatch {
  const value = text === "" ? null : text;
  switch (part) {
    case "id":
      return { id: text };
    case "name":
      return { name: value };
    case "account":
      return { account: value };
    case "description":
      return { description: value };
  }
}
