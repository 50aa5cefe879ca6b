import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseDesign } from "../design/parse-design.ts";
import {
  outOfScope,
  parseProblems,
  refused,
  synthesised,
  unparsable,
} from "../testing/cdk-cases.ts";
import { cdkRefusals } from "./refusals.ts";
import { synthesize } from "./synthesize.ts";
import { printTemplate } from "./template.ts";

const file = new URL("../../../shared/cases/cdk.json", import.meta.url);
const absent = !existsSync(file);

const template = z.record(z.string(), z.unknown());
const cases = absent
  ? {}
  : z
      .record(
        z.string(),
        z.object({
          v2: z.object({
            templates: z.record(z.string(), template).optional(),
            error: z.string().optional(),
          }),
        }),
      )
      .parse(JSON.parse(readFileSync(file, "utf8")));

/** The text of a case's template, less what the default synthesizer adds to every stack. */
function templateText(name: string): string {
  const written = cases[name]?.v2.templates?.["TestStack"] ?? {};
  const { Parameters, Rules, ...rest } = written;
  expect(Object.keys(Parameters ?? {})).toEqual(["BootstrapVersion"]);
  expect(Object.keys(Rules ?? {})).toEqual(["CheckBootstrapVersion"]);
  return JSON.stringify(rest, null, 1);
}

function stacksOf(name: string): number {
  return Object.keys(cases[name]?.v2.templates ?? {}).length;
}

describe.skipIf(absent)(
  "programs of ../shared/cases/cdk.json (skipped where that is absent)",
  () => {
    test.each(Object.entries(synthesised))(
      "[Y30] %s: the template of the design is the CDK's, text for text",
      (name, design) => {
        expect(cdkRefusals(design)).toEqual([]);
        const [stack] = synthesize(design);
        expect(stack && printTemplate(stack.template)).toBe(templateText(name));
      },
    );

    test.each(Object.entries(refused))(
      "[Y31] %s: what the CDK refuses is refused at its place",
      (name, [design, path]) => {
        expect(cases[name]?.v2.error).toBeDefined();
        expect(
          cdkRefusals(design).map((problem) => problem.path),
        ).toContainEqual(path);
      },
    );

    test.each(Object.entries(unparsable))(
      "[Y31] %s: what the CDK refuses is no design",
      (name, [input, path]) => {
        expect(cases[name]?.v2.error).toBeDefined();
        expect(parseProblems(input)).toContainEqual(path);
      },
    );

    test("[Y32] every single-stack case is expressed, or listed with the reason", () => {
      const named = [
        ...Object.keys(synthesised),
        ...Object.keys(refused),
        ...Object.keys(unparsable),
        ...Object.values(outOfScope).flat(),
      ];
      const single = Object.keys(cases).filter(
        (name) => stacksOf(name) < 2 && !name.startsWith("cross-"),
      );
      expect(named.toSorted()).toEqual([...single, "nested-stack"].toSorted());
    });
  },
);

describe("the designs of the cases", () => {
  test.each([
    ...Object.entries(synthesised),
    ...Object.entries(refused).map(
      ([name, [design]]) => [name, design] as const,
    ),
  ])("[Y32] %s is a design", (_, design) => {
    expect(parseDesign(design).ok).toBe(true);
  });
});
