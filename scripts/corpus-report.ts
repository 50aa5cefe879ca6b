/**
 * What the rules find in real templates and key policies, counted by rule: `npm run report:corpus`. Bare statements, which
 * are no policies, are left out unless `--fragments` is given.
 * With `--rule NAME` the findings of that rule one by one; with `--sample N --seed S` so many of all of them at random.
 */
import { argv } from "node:process";
import { parseArgs } from "node:util";
import { checkAll, importText, rules } from "../core/index.ts";
import type { Design, Finding, Severity } from "../core/index.ts";
import { printPath } from "../core/problem/problem.ts";
import { corpusTemplates } from "../core/testing/corpus-templates.ts";
import { readCorpusPolicies } from "../core/testing/corpus-policies.ts";

interface Found extends Finding {
  readonly source: string;
}

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    rule: { type: "string" },
    sample: { type: "string" },
    seed: { type: "string" },
    fragments: { type: "boolean" },
  },
});

const designs = [...readDesigns()];
if (designs.length === 0) {
  console.log("../shared/corpus is not here: nothing to report");
} else {
  const found = designs.flatMap(({ source, design }) =>
    checkAll(design).map((finding): Found => ({ ...finding, source })),
  );
  if (values.rule !== undefined)
    print(found.filter(({ code }) => code === values.rule));
  else if (values.sample !== undefined)
    print(sampled(found, Number(values.sample), Number(values.seed ?? 1)));
  else summary(found);
}

function* readDesigns(): Generator<{ source: string; design: Design }> {
  for (const { name, template } of corpusTemplates() ?? []) {
    const read = importText(JSON.stringify(template), name);
    if (read.ok) yield { source: name, design: read.value.design };
    else console.log(`not read: ${name}`);
  }
  for (const { source, text } of readCorpusPolicies() ?? []) {
    if (values.fragments !== true && !text.includes('"Statement"')) continue;
    const read = importText(text, source);
    if (read.ok) yield { source, design: read.value.design };
    else console.log(`not read: ${source}: ${read.problems[0]?.message ?? ""}`);
  }
}

function summary(found: readonly Found[]): void {
  const keys = designs.flatMap(({ design }) => design.keys).length;
  console.log(
    `${designs.length} templates and policies, ${keys} keys, ${found.length} findings`,
  );
  const names = [
    ...new Set([...Object.keys(rules), ...found.map(({ code }) => code)]),
  ];
  const rows = names.map((name) => {
    const of = found.filter(({ code }) => code === name);
    const open = of.filter(({ standing }) => standing === undefined);
    return {
      rule: name,
      ...bySeverity(open),
      closed: of.length - open.length,
      files: new Set(open.map(({ source }) => source)).size,
    };
  });
  console.table(rows.toSorted((a, b) => b.files - a.files));
}

function bySeverity(list: readonly Found[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of list) counts[severity] += 1;
  return counts;
}

/** A choice that is the same for the same seed. Source: the mulberry32 generator, public domain. */
function sampled(
  found: readonly Found[],
  count: number,
  seed: number,
): readonly Found[] {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return found
    .map((finding) => ({ finding, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ finding }) => finding);
}

function print(found: readonly Found[]): void {
  for (const { source, code, severity, path, message, standing } of found)
    console.log(
      `${source}\n  ${severity} ${code} ${printPath(path)}${standing === undefined ? "" : ` (${standing.kind})`}\n  ${message}`,
    );
}
