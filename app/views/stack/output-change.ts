import type { Output, Patch } from "../../../core/index.ts";
import { patched } from "../../../core/index.ts";
import { stackChange, type StackProps } from "./stack-control.ts";

/** What the fields of an output are given. */
export interface OutputProps extends StackProps {
  readonly output: Output;
  readonly at: number;
}

/** The change of one output. */
export function outputChange(
  { stack, output, at }: OutputProps,
  patch: Patch<Output>,
) {
  const outputs = (stack.outputs ?? []).with(at, patched(output, patch));
  return stackChange(stack, { outputs });
}
