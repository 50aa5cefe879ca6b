import { endOfLine, startOfLine } from "./characters.ts";

/** The name of the variable that the cursor is in, such as `AWS::Region` of `${AWS::Region}`, closed or not. */
export function variableAt(
  text: string,
  offset: number,
): { readonly start: number; readonly end: number } | undefined {
  const before = text.slice(startOfLine(text, offset), offset);
  const [, begun] = /\$\{([\w:.]*)$/.exec(before) ?? [];
  if (begun === undefined) return undefined;
  const after = text.slice(offset, endOfLine(text, offset));
  const [rest = ""] = /^[\w:.]*/.exec(after) ?? [];
  return { start: offset - begun.length, end: offset + rest.length };
}
