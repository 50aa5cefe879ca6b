import { isUnprintable } from "../yaml-scalar.ts";

/**
 * A text as a literal or folded block like another one; undefined where it would take marks that the other one has
 * not, or characters that a block cannot have.
 */
export function blockScalarLike(
  source: string,
  text: string,
): string | undefined {
  const [, mark, note = "", lineEnd = ""] =
    /^([|>])[-+]?([ \t].*?)?(\r?\n)/.exec(source) ?? [];
  const indent = /\n( *)[^ \r\n]/.exec(source)?.[1];
  const body = text.replace(/\n$/, "");
  if (mark === undefined || indent === undefined || !isBlock(body))
    return undefined;
  const isFolded = mark === ">";
  if (isFolded && !isFoldable(body)) return undefined;
  const lines = (isFolded ? unfolded(body) : body)
    .split("\n")
    .map((line) => (line === "" ? "" : indent + line));
  const chomping = body === text ? "-" : "";
  return [`${mark}${chomping}${note}`, ...lines].join(lineEnd);
}

/** The lines can stand in a block as they are, and the first one shows where the block begins. */
function isBlock(body: string): boolean {
  const hasEdges = body === "" || /^\s/.test(body) || body.endsWith("\n");
  return !hasEdges && !/^[ \t]+$/m.test(body) && !isUnprintable(body);
}

/** No line keeps its break because of how it is indented. */
function isFoldable(body: string): boolean {
  return !/^[ \t]|[ \t]$/m.test(body);
}

/** A folded block has a space for a line break, and a line break for an empty line. */
function unfolded(body: string): string {
  return body.replaceAll(/\n+/g, (breaks) => `${breaks}\n`);
}
