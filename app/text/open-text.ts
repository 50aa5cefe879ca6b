import type { Imported } from "../../core/index.ts";

/** The words of the window that opens a text. */
export const openTextText = {
  title: "Open text",
  field: "Text",
  help: "A key policy, statements of one, what aws kms or terraform show -json prints, or a Keywright design.",
  open: "Open design",
  paste: "Paste a key policy",
  designName: "Imported policy",
  nothing: "Nothing to open yet.",
  refused: "This cannot be opened. The design that is open stays as it is.",
};

/** What a text was recognised as, in a sentence. */
export function recognised(
  title: string,
  { design, statements }: Pick<Imported, "design" | "statements">,
): string {
  const keys = counted(design.keys.length, "key");
  return `${title}: ${keys}, ${counted(statements, "statement")}.`;
}

/** How much of a text is kept as it is, in a sentence. */
export function kept(count: number): string {
  return `${counted(count, "statement")} ${count === 1 ? "is" : "are"} kept as text: the editor has no controls for what is in ${count === 1 ? "it" : "them"}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
