import type { Covered, Tool } from "../../core/check/coverage/coverage.ts";

/** What becomes of a check, in a word that a table can count. */
export const outcomes = {
  rule: "by a rule",
  otherwise: "otherwise",
  outside: "does not apply",
  wrong: "wrong there",
} as const;

type Outcome = keyof typeof outcomes;

function outcomeOf(covered: Covered): Outcome {
  if ("by" in covered) return "otherwise";
  if ("outside" in covered) return "outside";
  return "wrong" in covered ? "wrong" : "rule";
}

/** The page that says what becomes of the checks of other tools. */
export function coveragePage(
  tools: readonly Tool[],
  further: readonly Tool[],
): string {
  const names = Object.keys(outcomes) as readonly Outcome[];
  const rows = tools.map((tool) => {
    const counts = names.map(
      (name) =>
        Object.values(tool.checks).filter((one) => outcomeOf(one) === name)
          .length,
    );
    return [`[${tool.title}](#${anchor(tool.title)})`, ...counts];
  });
  const totals = names.map((_, index) =>
    rows.reduce((sum, row) => sum + Number(row[index + 1]), 0),
  );
  const head = ["Tool", ...names.map((name) => outcomes[name])];
  return `${[
    "# Checks of other tools",
    "For every check of these tools that looks at KMS keys, key policies or any policy: the rules here that find at least the same, what else does, or why it does not apply to a key that is being designed or is wrong there.",
    table([head, ...rows, ["All", ...totals]]),
    ...[...tools, ...further].map(toolSection),
  ].join("\n\n")}\n`;
}

function toolSection({ title, version, checks }: Tool): string {
  const rows = Object.entries(checks).map(([name, covered]) => [
    name,
    outcomes[outcomeOf(covered)],
    wordsOf(covered),
  ]);
  return [
    `## ${title}`,
    version,
    table([["Check", "Found", "Here"], ...rows]),
  ].join("\n\n");
}

function wordsOf(covered: Covered): string {
  if ("by" in covered) return covered.by;
  if ("outside" in covered) return covered.outside;
  if (!("wrong" in covered)) return links(covered);
  const { wrong, instead = [] } = covered;
  return instead.length === 0 ? wrong : `${wrong} Instead: ${links(instead)}`;
}

export function links(names: readonly string[]): string {
  return names.map((name) => `[${name}](${name}.md)`).join(", ");
}

export function table(rows: readonly (readonly unknown[])[]): string {
  const [head = [], ...body] = rows;
  return [line(head), line(head.map(() => "---")), ...body.map(line)].join(
    "\n",
  );
}

function line(cells: readonly unknown[]): string {
  const texts = cells.map((cell) =>
    String(cell).replaceAll("|", "\\|").replaceAll("\n", " "),
  );
  return `| ${texts.join(" | ")} |`;
}

/** The anchor that a heading has. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, "")
    .replaceAll(/\s/g, "-");
}
