import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Design } from "../../design/design.ts";
import { parseDesign } from "../../design/parse-design.ts";
import { exportDesign } from "../../export/export-design.ts";
import type { ExportTarget } from "../../export/registry.ts";
import type { JsonObject } from "../../problem/json.ts";
import { synthesize } from "../../synth/synthesize.ts";
import { templateJson } from "../../synth/template.ts";
import { arbitraryApp } from "../../testing/arbitrary-app.ts";
import { cdkOut, templateFiles } from "../../testing/template-files.ts";
import { importFiles } from "../import-text.ts";
import type { Imported } from "../import-text.ts";
import { templateTexts } from "../template-texts.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";

const targets = ["cloudformation-yaml", "cloudformation-json"] as const;

/** The text of every stack of a design. */
function textsOf(design: Design, target: ExportTarget): readonly string[] {
  return design.stacks.map(({ id }) => {
    const exported = exportDesign(design, target, { stack: id, templateTexts });
    if (!exported.ok) throw new Error(JSON.stringify(exported.problems));
    return exported.value.text;
  });
}

function imported(name: string, text: string): Imported {
  const result = importFiles([{ name, text }], name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function opened(texts: readonly string[]): Design {
  const files = texts.map((text, index) => ({ name: `stack${index}`, text }));
  const read = importFiles(files, "Test");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.design;
}

function values(design: Design): readonly JsonObject[] {
  return synthesize(design).map(({ template }) => templateJson(template));
}

describe("export, import, export", () => {
  test.each(targets)(
    "[I20] %s of random designs comes back as the same text, and as the same template",
    (target) => {
      fc.assert(
        fc.property(arbitraryApp(), (design) => {
          const texts = textsOf(design, target);
          const again = opened(texts);
          expect(textsOf(again, target)).toEqual(texts);
          expect(parseDesign(again).ok).toBe(true);
          expect(opened(textsOf(again, target))).toEqual(again);
          // YAML has texts with references in the short form, `!Sub`.
          expect(target === "cloudformation-yaml" || values(again)).toEqual(
            target === "cloudformation-yaml" || values(design),
          );
        }),
        { numRuns: isDeep ? 2000 : 60, seed: 20_261_128 },
      );
    },
  );

  const whole = templateFiles.filter(
    ({ name }) => !name.startsWith("fragment"),
  );

  test.each(whole)("[I20] $name comes out byte for byte", ({ name, text }) => {
    const { design } = imported(name, text);
    const target = /^\s*\{/.test(text)
      ? "cloudformation-json"
      : "cloudformation-yaml";
    expect(textsOf(design, target)[0]).toBe(text);
  });

  test("[I20] resources without their section come out with it", () => {
    const file = templateFiles.find(({ name }) => name === "fragment.yaml");
    const { name = "", text = "" } = file ?? {};
    expect(textsOf(imported(name, text).design, "cloudformation-yaml")).toEqual(
      [`Resources:\n${text.replaceAll(/^(?=.)/gm, "  ")}`],
    );
  });

  test("[I20] a folder of the CDK comes out byte for byte", () => {
    const result = importFiles(cdkOut, "cdk.out");
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(textsOf(result.value.design, "cloudformation-json")).toEqual(
      cdkOut.slice(1).map(({ text }) => text),
    );
  });

  test("[I21] a change by hand leaves every other line of the text as it was", () => {
    const file = templateFiles.find(({ name }) => name === "every-tag.yaml");
    const { design } = imported(file?.name ?? "", file?.text ?? "");
    const changed: Design = {
      ...design,
      keys: design.keys.map((key) =>
        key.kind === "defined"
          ? { ...key, enabled: false, removalPolicy: "destroy" }
          : key,
      ),
    };
    const before = file?.text.split("\n") ?? [];
    const [text = ""] = textsOf(changed, "cloudformation-yaml");
    const after = text.split("\n");
    const lost = before.filter((line) => !after.includes(line));
    const added = after.filter((line) => !before.includes(line));
    expect(lost).toEqual([
      "    DeletionPolicy: Retain",
      "    UpdateReplacePolicy: Retain",
    ]);
    expect(added.toSorted()).toEqual([
      "      Enabled: false",
      "    DeletionPolicy: Delete",
      "    UpdateReplacePolicy: Delete",
    ]);
  });
});

describe("hostile templates", () => {
  const hostile: Readonly<Record<string, string>> = {
    "a million aliases": `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi"
      .split("")
      .map(
        (name, index) =>
          `${name}: &${name} [${Array.from({ length: 9 }, () => `*${"abcdefgh"[index]}`).join(",")}]`,
      )
      .join("\n")}\nResources: {K: {Type: AWS::KMS::Key, Properties: *i}}`,
    "a thousand levels": `Resources: ${"{a: ".repeat(1000)}x${"}".repeat(1000)}\nType: AWS::X::Y`,
    "a hundred thousand brackets": `Type: ${"[".repeat(100_000)}`,
    "a prototype":
      "Resources:\n  K:\n    Type: AWS::KMS::Key\n    __proto__: {a: 1}\n",
    "NUL bytes": "Resources:\n  K:\n    Type: AWS::KMS::Key\u0000\n",
    "half surrogates":
      'Resources:\n  K:\n    Type: AWS::KMS::Key\n    Properties: {Description: "\ud800"}\n',
    "too many characters": `Type: ${"x".repeat(10_000_001)}`,
  };

  test.each(Object.entries(hostile))(
    "[I22] %s: within a second, never an exception",
    (_, text) => {
      const start = performance.now();
      importFiles([{ name: "x.yaml", text }], "Test");
      // A generous limit: machines are noisy, and what is not handled takes minutes.
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );

  test("[I22] whatever becomes of a template, reading it gives a design that parses or the reasons why not", () => {
    const mutated = fc
      .tuple(
        fc.constantFrom(...templateFiles),
        fc.array(
          fc.tuple(
            fc.nat({ max: 4000 }),
            fc.nat({ max: 40 }),
            fc.oneof(
              fc.string({ maxLength: 6 }),
              fc.constantFrom(
                "\n",
                "  ",
                "- ",
                ": ",
                "!If ",
                "&a ",
                "*a",
                "{",
                "}",
                "[",
                "]",
                "'",
                '"',
                "#",
                "\t",
                "|\n",
                "<<: *a",
              ),
            ),
          ),
          { minLength: 1, maxLength: 4 },
        ),
      )
      .map(([{ text }, edits]) =>
        edits.reduce(
          (now, [at, length, by]) =>
            now.slice(0, at % (now.length + 1)) +
            by +
            now.slice((at % (now.length + 1)) + length),
          text,
        ),
      );
    fc.assert(
      fc.property(mutated, (text) => {
        const result = importFiles([{ name: "x.yaml", text }], "Test");
        const answers = result.ok
          ? [parseDesign(jsonOf(result.value.design))]
          : result.problems;
        expect(answers).not.toEqual([]);
        expect(answers[0]).not.toMatchObject({ ok: false });
      }),
      { numRuns: isDeep ? 20_000 : 1000, seed: 11 },
    );
  });
});

/** As a file would bring it back. */
function jsonOf(design: Design): unknown {
  return JSON.parse(JSON.stringify(design));
}
