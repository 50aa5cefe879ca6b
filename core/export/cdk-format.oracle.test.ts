import { execFileSync, spawnSync } from "node:child_process";
import { format as ruff } from "@wasm-fmt/ruff_fmt";
import fc from "fast-check";
import { format as prettier } from "prettier";
import { describe, expect, test } from "vitest";

import { emptyDesign, newKey } from "../design/defaults.ts";
import type { Design } from "../design/design.ts";
import { arbitraryApp } from "../testing/arbitrary-app.ts";
import { arbitraryDesign } from "../testing/arbitrary-design.ts";
import { printDoc } from "./code/print-doc.ts";
import type { Doc } from "./code/doc.ts";
import { black } from "./cdk-python.ts";
import { programOf } from "./program/build-program.ts";
import type { Program, StackClass } from "./program/program.ts";
import * as python from "./python/program.ts";
import * as typeScript from "./typescript/program.ts";

const seed = 20_261_125;
const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 1000 : 100;

const apps = fc.sample(arbitraryApp(), { seed, numRuns });

const tail = "LongNamesThatDoNotFitOnOneLineAnyMoreAtAll";

/** What deep runs found: short tags of an L1 key, which prettier breaks all the same. */
const found: readonly Design[] = (["v1", "v2"] as const).map((line) => ({
  ...emptyDesign(),
  cdk: { line },
  keys: [
    {
      ...newKey(emptyDesign()),
      construct: "CfnKey",
      tags: [
        { key: "a", value: "" },
        { key: "b", value: "x" },
      ],
    },
  ],
}));

/** Random designs of one stack and of several, these also with names that do not fit on a line. */
const designs: readonly Design[] = [
  ...found,
  ...fc.sample(arbitraryDesign(), { seed, numRuns }),
  ...apps,
  ...apps.map((design, index) => withLongIds(design, index % tail.length)),
];

/** The design with this many characters behind every id. */
function withLongIds(design: Design, count: number): Design {
  const { stacks, principals, keys, aliases = [], consumers = [] } = design;
  const text = [stacks, principals, keys, aliases, consumers]
    .flat()
    .reduce(
      (json, { id }) =>
        json.replaceAll(
          JSON.stringify(id),
          JSON.stringify(id + tail.slice(0, count)),
        ),
      JSON.stringify(design),
    );
  return JSON.parse(text) as Design;
}

interface Printer {
  readonly programCode: (program: Program) => Doc;
  readonly snippetCode: (program: Program, stack: StackClass) => Doc;
}

/** The program of a design and the snippet of each of its stacks. */
function docsOf(
  design: Design,
  { programCode, snippetCode }: Printer,
): readonly Doc[] {
  const program = programOf(design);
  return [
    programCode(program),
    ...program.stacks.map((stack) => snippetCode(program, stack)),
  ];
}

const pythonTexts = designs.flatMap((design) =>
  docsOf(design, python).map((doc) => printDoc(doc, black).text),
);

describe("CDK code", () => {
  test("[O4] TypeScript is formatted as prettier would", async () => {
    for (const design of designs)
      for (const doc of docsOf(design, typeScript)) {
        const { text } = printDoc(doc);
        expect(text).toBe(await prettier(text, { parser: "typescript" }));
      }
  });

  test("[O11] Python is formatted as ruff would, which is black's style", () => {
    for (const text of pythonTexts)
      expect(text).toBe(
        ruff(text, "app.py", {
          line_width: 88,
          indent_style: "space",
          indent_width: 4,
        }),
      );
  });

  const hasPython = spawnSync("python3", ["--version"]).status === 0;

  test.skipIf(!hasPython)(
    "[O11] Python parses (skipped where there is no python3)",
    () => {
      const script =
        "import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)";
      expect(() =>
        execFileSync("python3", ["-c", script], {
          input: JSON.stringify(pythonTexts),
        }),
      ).not.toThrow();
    },
  );
});
