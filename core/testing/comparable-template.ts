import type { Template } from "../synth/template.ts";

/**
 * The text of a template as it is compared.
 *
 * Outputs that one stack makes for another stand in the order in which the CDK comes upon the references, and in a
 * statement with several resources that is by the numbers of its tokens: here they are sorted.
 */
export function comparableTemplate(text: string): string {
  const { Outputs, ...rest } = JSON.parse(text) as Template;
  const sorted =
    Outputs &&
    Object.fromEntries(
      Object.entries(Outputs).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  return JSON.stringify(
    { ...rest, ...(sorted && { Outputs: sorted }) },
    null,
    1,
  );
}
