import type { Examples } from "../../core/check/example.ts";
import { families } from "../../core/check/rule.ts";
import type { Rule } from "../../core/check/rule.ts";
import type { Severity } from "../../core/problem/problem.ts";
import { exampleText } from "./example-text.ts";

export const severityWords: Readonly<Record<Severity, string>> = {
  error: "Error",
  warning: "Warning",
  info: "Note",
};

/** The page of a rule, in Markdown. */
export function rulePage(
  name: string,
  rule: Rule,
  {
    examples,
    elsewhere,
  }: {
    readonly examples: Examples;
    /** Checks of other tools that it finds the same with. */
    readonly elsewhere: readonly string[];
  },
): string {
  const { family, severity, summary, why, mend, source } = rule;
  return `${[
    `# ${name}`,
    `${severityWords[severity]} · ${families[family]}`,
    summary,
    `**Why.** ${why}`,
    `**How to mend it.** ${mend}`,
    `**Source.** [${source.title}](${source.url})`,
    ...(elsewhere.length === 0
      ? []
      : [`**Elsewhere.** ${elsewhere.join("; ")}`]),
    ...examples.map(
      (example, index) =>
        `## Example${examples.length > 1 ? ` ${index + 1}` : ""}\n\n${exampleText(example)}`,
    ),
  ].join("\n\n")}\n`;
}
