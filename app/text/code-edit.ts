/** The words about code that is edited as text. */
export const codeEditText = {
  title: (kind: "template" | "key-policy", part: string) =>
    kind === "template"
      ? `Edit template of ${part}`
      : `Edit key policy of ${part}`,
  label: (kind: "template" | "key-policy", part: string) =>
    kind === "template" ? `Template of ${part}` : `Key policy of ${part}`,
  help: "Edit here: valid text changes the design.",
  invalid: (place: string) => `Not in the design yet${place}`,
  at: (line: number, column: number) => `, line ${line}, column ${column}`,
  discard: "Discard text",
};
