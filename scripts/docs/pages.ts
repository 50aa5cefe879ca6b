import { format } from "prettier";
import { further } from "../../core/check/coverage/further.ts";
import { tools } from "../../core/check/coverage/tools.ts";
import { rules } from "../../core/check/registry.ts";
import { families } from "../../core/check/rule.ts";
import type { Rule } from "../../core/check/rule.ts";
import { examplesOfRules } from "../../core/testing/rule-examples.ts";
import { coveragePage, table } from "./coverage-page.ts";
import { rulePage, severityWords } from "./rule-page.ts";

/** Every page on the checks by the name of its file, as `npm run docs` writes it. */
export async function checkPages(): Promise<ReadonlyMap<string, string>> {
  const examples = await examplesOfRules();
  const registered = Object.entries<Rule>(rules);
  const pages: (readonly [string, string])[] = [
    ["README.md", indexPage(registered)],
    ["coverage.md", coveragePage(tools, further)],
    ...registered.map(
      ([name, rule]) =>
        [
          `${name}.md`,
          rulePage(name, rule, {
            examples: examples.get(name) ?? [],
            elsewhere: elsewhereOf(name),
          }),
        ] as const,
    ),
  ];
  const formatted = pages.map(
    async ([name, text]) =>
      [name, await format(text, { parser: "markdown" })] as const,
  );
  return new Map(await Promise.all(formatted));
}

function indexPage(registered: readonly (readonly [string, Rule])[]): string {
  const sections = Object.entries(families).map(([family, title]) => {
    const own = registered.filter(([, rule]) => rule.family === family);
    const rows = own.map(([name, { severity, summary }]) => [
      `[${name}](${name}.md)`,
      severityWords[severity],
      summary,
    ]);
    return `## ${title}\n\n${table([["Rule", "Severity", "What it looks for"], ...rows])}`;
  });
  return `${[
    "# Checks",
    `What Keywright looks for in a design: ${registered.length} rules. Each is a file in \`core/check/rules\`, whose examples are its tests; these pages are written from them by \`npm run docs\`. What becomes of the checks of other tools is in [coverage.md](coverage.md).`,
    ...sections,
  ].join("\n\n")}\n`;
}

/** The checks of other tools that a rule finds the same with. */
function elsewhereOf(rule: string): readonly string[] {
  return tools.flatMap(({ title, checks }) => {
    const names = Object.entries(checks)
      .filter(
        ([, covered]) =>
          Array.isArray(covered) && covered.some((one) => one === rule),
      )
      .map(([name]) => name);
    return names.length === 0 ? [] : [`${title}: ${names.join(", ")}`];
  });
}
