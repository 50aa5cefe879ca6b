import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kmsActionNames } from "../kms/actions.ts";
import { keysOf } from "../kms/keys-of.ts";
import { templateResources } from "../kms/template-properties.ts";
import type { Path } from "../problem/problem.ts";
import { cdkOut, templateFiles } from "../testing/template-files.ts";
import { nastyText } from "../testing/arbitrary-text.ts";
import { valueAt } from "../testing/value-at.ts";
import { readTemplateText } from "../yaml/read-template-text.ts";
import { meaningAt } from "./meaning-at.ts";
import type { AssistLanguage } from "./place-at.ts";
import { suggestionsAt, type Suggestion } from "./suggestions-at.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";

const files = [...templateFiles, ...cdkOut].map(({ name, text }) => ({
  text,
  language: languageOf(name),
}));

function languageOf(name: string): AssistLanguage {
  return name.endsWith("json") ? "json" : "yaml";
}

/** Whatever is suggested or said at a place, it is about the place. */
function expectSound(
  text: string,
  offset: number,
  language: AssistLanguage,
): void {
  const { from, to, items } = suggestionsAt(text, offset, language);
  expect(from).toBeLessThanOrEqual(offset);
  expect(to).toBeGreaterThanOrEqual(offset);
  expect(text.slice(from, to)).not.toContain("\n");
  const labels = items.map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
  for (const { insert, caret = 0, label } of items) {
    expect(caret).toBeLessThanOrEqual(insert.length);
    expect(label).not.toBe("");
  }
  const meaning = meaningAt(text, offset, language);
  if (meaning === undefined) return;
  expect(meaning.start).toBeLessThanOrEqual(offset);
  expect(meaning.end).toBeGreaterThanOrEqual(offset);
}

/** A number that stands for a place in a text, wherever its end is. */
const fraction = fc.double({ min: 0, max: 1, noNaN: true });

function placeIn(text: string, at: number): number {
  return Math.round(at * text.length);
}

const scalar = fc.oneof(
  fc.constantFrom("Allow", "kms:Decrypt", "kms:*", "*", "s3.amazonaws.com"),
  nastyText(12),
);
const name = fc.constantFrom(
  "Statement",
  "Effect",
  "Principal",
  "AWS",
  "Action",
  "Condition",
  "StringEquals",
  "kms:ViaService",
  "Fn::If",
  "Ref",
  "Resources",
  "Properties",
  "Type",
  "__proto__",
);
const { policy } = fc.letrec((tie) => ({
  policy: fc.oneof(
    { maxDepth: 6 },
    scalar,
    fc.array(tie("policy"), { maxLength: 3 }),
    fc.dictionary(name, tie("policy"), { maxKeys: 4 }),
  ),
}));

describe("any text", () => {
  test("[A13] cut anywhere, a template is no reason to throw or to write elsewhere", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.record({ start: fraction, end: fraction, at: fraction }),
        ({ text, language }, { start, end, at }) => {
          const [from = 0, to = 0] = [
            placeIn(text, start),
            placeIn(text, end),
          ].toSorted((one, other) => one - other);
          const head = text.slice(0, from);
          expectSound(head, placeIn(head, at), language);
          const rest = `${head}${text.slice(to)}`;
          expectSound(rest, placeIn(rest, at), language);
          expectSound(rest, from, language);
        },
      ),
      { numRuns: isDeep ? 20_000 : 300, seed: 7 },
    );
  });

  test("[A13] neither is JSON of any kind, compact or not, cut or read as YAML", () => {
    fc.assert(
      fc.property(
        fc.record({
          value: policy,
          space: fc.constantFrom(0, 2),
          language: fc.constantFrom<AssistLanguage>("json", "yaml"),
          end: fraction,
          at: fraction,
        }),
        ({ value, space, language, end, at }) => {
          const text = JSON.stringify(value, null, space);
          expectSound(text, placeIn(text, at), language);
          const cut = text.slice(0, placeIn(text, end));
          expectSound(cut, cut.length, language);
        },
      ),
      { numRuns: isDeep ? 20_000 : 500, seed: 8 },
    );
  });

  test("[A13] nor is a text that is none", () => {
    const pieces = fc.constantFrom(
      ...Array.from("{}[]:,-\"'#!$&*|>\n \t\\"),
      "\n  ",
      "- ",
      ": ",
      "Resources:\n",
      "Statement",
      "Action: ",
      "!Sub ",
      "${AWS::",
      "\r\n",
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 30 }),
        fc.constantFrom<AssistLanguage>("json", "yaml"),
        fraction,
        (parts, language, at) => {
          const text = parts.join("");
          expectSound(text, placeIn(text, at), language);
        },
      ),
      { numRuns: isDeep ? 50_000 : 2000, seed: 9 },
    );
  });

  test("[A13] a place that the text does not have has nothing", () => {
    for (const offset of [-1, 5, Number.NaN]) {
      expect(suggestionsAt("a: b", offset, "yaml").items).toEqual([]);
      expect(meaningAt("a: b", offset, "yaml")).toBeUndefined();
    }
  });

  test("[A13] deep texts and texts of many lines are read in time", () => {
    const deep = "[".repeat(100_000);
    const lines = "Resources:\n".concat("  - a: [1, 2]\n".repeat(20_000));
    for (const text of [deep, deep.replaceAll("[", "- "), lines]) {
      const before = performance.now();
      suggestionsAt(text, text.length, "yaml");
      expect(performance.now() - before).toBeLessThan(2000);
    }
  });

  test("[A13] 3,000 lines take no longer than a keystroke", () => {
    const file = templateFiles.find(
      ({ name: one }) => one === "every-tag.yaml",
    );
    const yaml = `${file?.text.repeat(30)}`;
    const read = readTemplateText(file?.text ?? "");
    const json = JSON.stringify(
      Array(20).fill(read.ok && read.value.value),
      null,
      2,
    );
    expect(yaml.split("\n").length).toBeGreaterThan(3000);
    expect(json.split("\n").length).toBeGreaterThan(3000);
    // Ten times and more of what a busy machine needs.
    expect(medianTime(yaml, "yaml")).toBeLessThan(200);
    expect(medianTime(json, "json")).toBeLessThan(200);
  });
});

/** Milliseconds; much more than it takes is allowed, as the machine has other work. */
function medianTime(text: string, language: AssistLanguage): number {
  const times = Array.from({ length: 21 }, () => {
    const before = performance.now();
    suggestionsAt(text, text.length - 1, language);
    return performance.now() - before;
  });
  return times.toSorted((one, other) => one - other)[10] ?? 0;
}

/** What a text says at a path when a suggestion was accepted. */
function readWith(
  marked: string,
  pick: (items: readonly Suggestion[]) => Suggestion | undefined,
  {
    path,
    language,
  }: { readonly path: Path; readonly language: AssistLanguage },
): unknown {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { from, to, items } = suggestionsAt(text, offset, language);
  const item = pick(items);
  if (item === undefined) return "it is not suggested";
  const { insert } = item;
  const read = readTemplateText(
    `${text.slice(0, from)}${insert}${text.slice(to)}`,
  );
  return read.ok ? valueAt(read.value.value, path) : read.problems;
}

const statement = [
  "Resources",
  "Key",
  "Properties",
  "KeyPolicy",
  "Statement",
  0,
];

describe("accepting a suggestion", () => {
  const texts: readonly (readonly [string, AssistLanguage])[] = [
    [
      "          - Action:\n              - kms:Sign\n              - TYPED|\n",
      "yaml",
    ],
    ["          - Action: [kms:Sign, TYPED|]\n", "yaml"],
    [
      "          - Action:\n            - kms:Sign\n            - 'TYPED|\n",
      "yaml",
    ],
    ['{"Action": ["kms:Sign", "TYPED|"]}', "json"],
    ['{"Action": ["kms:Sign", "TYPED|]}', "json"],
    ['{"Action": ["kms:Sign", TYPED|]}', "json"],
  ];

  test.each(texts)(
    "[A8] the first letters of every action are enough, and the text then says it: %j",
    (place, language) => {
      const before =
        language === "yaml"
          ? "Resources:\n  Key:\n    Type: AWS::KMS::Key\n    Properties:\n      KeyPolicy:\n        Statement:\n"
          : '{"Resources": {"Key": {"Type": "AWS::KMS::Key", "Properties": {"KeyPolicy": {"Statement": [';
      const behind = language === "yaml" ? "" : "]}}}}}";
      const path = [...statement, "Action", 1];
      const wrong = kmsActionNames
        .filter((action) => action !== "kms:Sign")
        .filter((action) => {
          const marked = `${before}${place.replace("TYPED", action.slice(0, 6))}${behind}`;
          const pick = (items: readonly Suggestion[]) =>
            items.find(({ label }) => label === action);
          return readWith(marked, pick, { path, language }) !== action;
        });
      expect(wrong).toEqual([]);
    },
  );

  test.each(keysOf(templateResources))(
    "[A8] every value of every property of %s is read as it is",
    (type) => {
      const properties = Object.entries(templateResources[type].properties);
      const wrong = properties.flatMap(([property, { values = {} }]) =>
        Object.keys(values).filter((value) => {
          const pick = (items: readonly Suggestion[]) =>
            items.find(({ label }) => label === value);
          const path = ["Resources", "Key", "Properties", property];
          const yaml = `Resources:\n  Key:\n    Type: ${type}\n    Properties:\n      ${property}: |\n`;
          const json = `{"Resources": {"Key": {"Type": "${type}", "Properties": {"${property}": |}}}}`;
          return (
            readWith(yaml, pick, { path, language: "yaml" }) !== value ||
            readWith(json, pick, { path, language: "json" }) !== value
          );
        }),
      );
      expect(wrong).toEqual([]);
    },
  );

  test("[A8] a right text is still right with any value that is suggested anywhere in it", () => {
    const right = files.filter(({ text }) => readTemplateText(text).ok);
    const written = right.flatMap(withEachValue);
    expect(written.length).toBeGreaterThan(100);
    expect(written.filter((text) => !readTemplateText(text).ok)).toEqual([]);
  });
});

/** A text with the first and the last value that is suggested at its places, one each. */
function withEachValue({ text, language }: (typeof files)[number]): string[] {
  const step = isDeep ? 1 : 23;
  const offsets = Array.from(
    { length: Math.ceil(text.length / step) },
    (_, index) => index * step,
  );
  return offsets.flatMap((offset) => {
    const { from, to, items } = suggestionsAt(text, offset, language);
    // A name alone is not yet right.
    const values = items.filter(({ caret }) => caret === undefined);
    return [...values.slice(0, 1), ...values.slice(1).slice(-1)].map(
      ({ insert }) => `${text.slice(0, from)}${insert}${text.slice(to)}`,
    );
  });
}
