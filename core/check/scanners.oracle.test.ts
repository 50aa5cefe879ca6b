import { describe, expect, test } from "vitest";
import type { Design } from "../design/design.ts";
import { isDefined } from "../design/design.ts";
import { scannerRules } from "../kms/scanner-rules.ts";
import { samples } from "../samples/registry.ts";
import { synthesize } from "../synth/synthesize.ts";
import { printTemplate } from "../synth/template.ts";
import { designOfExample } from "../testing/example-design.ts";
import { examplesOfRules } from "../testing/rule-examples.ts";
import { guardReports, nagReports } from "../testing/scanners.ts";
import type { Reported } from "../testing/scanners.ts";
import { checkAll } from "./check-all.ts";

/** What a scanner reports of every key, with the reason why we do not. */
const explained: Readonly<Record<string, string>> = {
  "CT.KMS.PR.3":
    "It asks every policy for one Deny in one exact form; create-grant-open reports the statements that allow other grants.",
};

const designs = new Map<string, Design>(
  Object.entries(samples).map(([name, { design }]) => [name, design]),
);
for (const [name, list] of await examplesOfRules())
  for (const [index, { bad, good }] of list.entries()) {
    if (!(name in scannerRules)) continue;
    designs.set(`${name} ${index} bad`, designOfExample(bad));
    designs.set(`${name} ${index} good`, designOfExample(good));
  }

/** The templates of a design with keys in them, where it can be synthesised. */
function templatesOf(design: Design): readonly string[] {
  if (checkAll(design).some(({ code }) => code.includes("/"))) return [];
  return synthesize(design)
    .map(({ template }) => printTemplate(template))
    .filter((text) => text.includes('"AWS::KMS::Key"'));
}

/** Rules of ours that look for what a rule of a scanner looks for. */
function ourRules(rule: string): readonly string[] {
  return Object.entries(scannerRules)
    .filter(([, { cdkNag, controlTower }]) =>
      [...cdkNag, ...controlTower].some((one) => one === rule),
    )
    .map(([name]) => name)
    .concat("scanner-false-alarm");
}

const scanned = [...designs].flatMap(([name, design]) =>
  templatesOf(design).map((text) => ({ name, design, text })),
);

describe("other scanners over what we export", () => {
  test("[C19] there is something to scan", () => {
    expect(scanned.length).toBeGreaterThan(Object.keys(samples).length - 5);
  });

  test.each(scanned)(
    "[C19] what they report of keys of $name, we report or explain",
    ({ design, text }) => {
      const reported: readonly Reported[] = [
        ...nagReports(text).filter(({ rule }) => rule.includes("KMS")),
        ...guardReports(text),
      ].filter(({ rule }) => explained[rule] === undefined);
      const found = checkAll(design);
      for (const { rule } of reported) {
        const ours = ourRules(rule);
        const keys = new Set(
          found
            .filter(({ code }) => ours.includes(code))
            .map(({ path }) => path[1]),
        );
        const resources = reported.filter((one) => one.rule === rule);
        expect(keys.size, `${rule} ${ours.join(", ")}`).toBeGreaterThanOrEqual(
          resources.length,
        );
      }
    },
  );

  test("[C19] they do report what they are said to report", () => {
    const reports = scanned.flatMap(({ text }) => [
      ...nagReports(text),
      ...guardReports(text),
    ]);
    const rules = new Set(reports.map(({ rule }) => rule));
    for (const { cdkNag, controlTower } of Object.values(scannerRules))
      for (const rule of [...cdkNag, ...controlTower])
        expect([...rules], rule).toContain(rule);
    expect(scanned.some(({ design }) => design.keys.some(isDefined))).toBe(
      true,
    );
  });
});
