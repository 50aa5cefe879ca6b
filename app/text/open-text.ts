import type { Imported } from "../../core/index.ts";

/** The words of the window that opens a text. */
export const openTextText = {
  title: "Open text",
  field: "Text",
  help: "A CloudFormation template, a key policy, statements of one, what aws kms or terraform show -json prints, or a Keywright design.",
  open: "Open design",
  files: "Files",
  keptLead: "Kept as it is, and written again where it was:",
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
  const parts = [
    ...(design.stacks.length > 1
      ? [counted(design.stacks.length, "stack")]
      : []),
    counted(design.keys.length, "key"),
    ...((design.aliases ?? []).length > 0
      ? [counted((design.aliases ?? []).length, "alias", "aliases")]
      : []),
    counted(statements, "statement"),
  ];
  return `${title}: ${parts.join(", ")}.`;
}

/** What of templates is kept as it is, a line for each section. */
export function keptLines({
  design,
  kept: parts,
}: Imported): readonly string[] {
  return parts.map(({ stack, section, names }) => {
    const where = design.stacks.length > 1 ? `${stack}: ` : "";
    const some = names.slice(0, shownNames).map((name) => `\`${name}\``);
    const more = names.length - some.length;
    return `${where}${section}: ${some.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  });
}

const shownNames = 8;

/** How much of a text is kept as it is, in a sentence. */
export function kept(count: number): string {
  return `${counted(count, "statement")} ${count === 1 ? "is" : "are"} kept as text: the editor has no controls for what is in ${count === 1 ? "it" : "them"}.`;
}

function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
