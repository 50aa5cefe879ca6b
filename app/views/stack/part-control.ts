import type { Path, Stack, StackPatch } from "../../../core/index.ts";
import { ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import type { TextControl } from "../../state/drafts.ts";
import { stackChange } from "./stack-control.ts";

/** A text of a parameter or an output of a stack. */
interface PartText {
  readonly list: "parameters" | "outputs";
  readonly at: number;
  readonly part: string;
  readonly label: string;
  readonly value: string | undefined;
  /** What the text makes of the stack; nothing for an empty text. */
  readonly patch: (text: string | null) => StackPatch;
}

/** A field for a text of a parameter or an output. */
export function partControl(
  stack: Stack,
  index: number,
  { list, at, part, label, value = "", patch }: PartText,
): TextControl {
  const path: Path = ["stacks", index, list, at, part];
  return {
    id: draftId("stacks", stack.id, list, at, part),
    label,
    path,
    value,
    title: `Set ${label.toLowerCase()} of ${stack[list]?.[at]?.id ?? list}`,
    read: (text) => ok(stackChange(stack, patch(text === "" ? null : text))),
  };
}
