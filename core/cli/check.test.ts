import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";

import { isDefined, printDesign, samples } from "../index.ts";
import type { Design, Finding } from "../index.ts";
import { sarifProblems } from "../testing/sarif-schema.ts";
import { templateFile } from "../testing/template-files.ts";
import { toldOf } from "./check.ts";
import { runForJson, runInMemory } from "./run-in-memory.ts";
import { version } from "./version.ts";

const region = z.object({
  startLine: z.number(),
  startColumn: z.number(),
  endLine: z.number(),
  endColumn: z.number(),
});
const artifactLocation = z.object({ uri: z.string(), index: z.number() });
const logs = z.object({
  runs: z.tuple([
    z.object({
      tool: z.object({
        driver: z.object({
          version: z.string(),
          rules: z.array(z.object({ id: z.string() })),
        }),
      }),
      artifacts: z.array(z.object({ location: artifactLocation })),
      results: z.array(
        z.object({
          ruleId: z.string(),
          ruleIndex: z.number(),
          locations: z.tuple([
            z.object({
              physicalLocation: z.object({ artifactLocation, region }),
            }),
          ]),
          suppressions: z.array(
            z.object({ kind: z.string(), justification: z.string() }),
          ),
          fixes: z.optional(
            z.array(
              z.object({
                artifactChanges: z.array(
                  z.object({
                    replacements: z.array(
                      z.object({
                        deletedRegion: region,
                        insertedContent: z.object({ text: z.string() }),
                      }),
                    ),
                  }),
                ),
              }),
            ),
          ),
        }),
      ),
    }),
  ]),
});
type Region = z.infer<typeof region>;

/** The log that `check` prints of a file, which the schema has to take. */
function sarif(name: string, text: string, ...args: readonly string[]) {
  const { status, out } = runInMemory(
    ["check", name, "--format", "sarif", ...args],
    { [name]: text },
  );
  const log: unknown = JSON.parse(out);
  expect(sarifProblems(log)).toEqual([]);
  const [run] = logs.parse(log).runs;
  return { status, ...run };
}

/** The offsets of a region in a text. */
function offsetsOf(
  text: string,
  { startLine, startColumn, endLine, endColumn }: Region,
) {
  const starts = [
    0,
    ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1),
  ];
  return {
    start: (starts[startLine - 1] ?? NaN) + startColumn - 1,
    end: (starts[endLine - 1] ?? NaN) + endColumn - 1,
  };
}

const { design: start } = samples["symmetric-data-key"];
const tagged: Design = {
  ...start,
  keys: start.keys.flatMap((key) =>
    isDefined(key)
      ? [
          {
            ...key,
            tags: [{ key: "aws:x", value: "y" }],
            pendingWindowInDays: 5,
          },
        ]
      : [],
  ),
};
const keyId = tagged.keys[0]?.id ?? "";
const accepting: Design = {
  ...tagged,
  accepted: [
    { id: "a", rule: "key-tags", key: keyId, reason: "it was there before us" },
    {
      id: "b",
      rule: "key/pending-window",
      key: keyId,
      reason: "nobody deploys it",
    },
  ],
};

const template = `Resources:
  Key: # the key
    Type: AWS::KMS::Key
    Properties:
      PendingWindowInDays: 5 # as short as it can be
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:root"}
            Action: kms:*
            Resource: "*"
`;

const jsonTemplate = `{
  "Resources": {
    "Key": {
      "Type": "AWS::KMS::Key",
      "Properties": { "PendingWindowInDays": 5, "Enabled": true }
    }
  }
}
`;

describe("places", () => {
  test("[M15] a finding of a template is told with its line in the template", () => {
    const { status, out } = runInMemory(["check", "k.yaml"], {
      "k.yaml": template,
    });
    expect(status).toBe(1);
    expect(out).toContain(
      "k.yaml:5:7: error: the pending window is 5 days, outside 7 to 30 [key/pending-window]\n    5 |       PendingWindowInDays: 5 # as short as it can be\n      |       ^^^^^^^^^^^^^^^^^^^^^^\n    choose a number of days in that range\n",
    );
    const { json } = runForJson(["check", "k.yaml"], { "k.yaml": template });
    const finding: unknown = expect.objectContaining<object>({
      rule: "key/pending-window",
      file: "k.yaml",
      line: 5,
      column: 7,
      path: "keys[0].pendingWindowInDays",
    });
    const findings: unknown = expect.arrayContaining([finding]);
    expect(json).toEqual({ findings });
  });

  test("[M15] what other commands refuse has its place too", () => {
    const { status, err } = runInMemory(
      ["export", "k.yaml", "--to", "cdk-typescript"],
      { "k.yaml": template },
    );
    expect(status).toBe(2);
    expect(err).toMatch(/^k\.yaml:5:7: error: .*\[key\/pending-window\]$/m);
  });
});

describe("what the design accepts", () => {
  const files = { d: printDesign(accepting) };

  test("[M17] never counts and is not listed, but counted", () => {
    const { status, out } = runInMemory(
      ["check", "d", "--fail-on", "error"],
      files,
    );
    expect(status).toBe(0);
    expect(out).not.toContain("key-tags");
    expect(out).toMatch(/; 2 accepted\n$/);
    expect(runInMemory(["check", "d"], { d: printDesign(tagged) }).status).toBe(
      1,
    );
  });

  test("[M17] --all lists it last, with the reason", () => {
    const { status, out } = runInMemory(["check", "d", "--all"], files);
    expect(status).toBe(0);
    expect(out).toMatch(
      /\[key\/pending-window\]\n.*\n.*\n {4}accepted: nobody deploys it\n/,
    );
    expect(out).toMatch(
      /\[key-tags\]\n.*\n.*\n {4}accepted: it was there before us\n.*; 2 accepted\n$/,
    );
  });

  test("[M17] JSON tells it with its standing", () => {
    const { status, json } = runForJson(["check", "d"], files);
    expect(status).toBe(0);
    const finding: unknown = expect.objectContaining<object>({
      rule: "key-tags",
      standing: "accepted",
      reason: "it was there before us",
    });
    const findings: unknown = expect.arrayContaining([finding]);
    expect(json).toEqual({ findings });
  });

  test("[M18] SARIF suppresses it", () => {
    const { status, results } = sarif("d", files.d);
    expect(status).toBe(0);
    expect(
      results
        .filter(({ suppressions }) => suppressions.length > 0)
        .map(({ ruleId }) => ruleId),
    ).toEqual(["key/pending-window", "key-tags"]);
  });
});

test("[M17] what looks like a fault and is none is told by --all only", () => {
  const finding: Finding = {
    code: "x",
    severity: "error",
    path: [],
    message: "m",
    help: "h",
  };
  const closed: Finding = {
    ...finding,
    standing: { kind: "closed", reason: "nobody has it" },
  };
  expect(toldOf([closed, finding], { all: false })).toEqual([finding]);
  expect(toldOf([closed, finding], { all: true })).toEqual([closed, finding]);
});

describe("SARIF", () => {
  const windows = template.replaceAll("\n", "\r\n");
  test.each<readonly [string, readonly [name: string, text: string], string]>([
    ["a template", ["a b\\k.yaml", template], "a%20b/k.yaml"],
    ["standard input", ["-", template], "stdin"],
    ["a design", ["d.json", printDesign(tagged)], "d.json"],
    ["a fragment", ["f.yaml", templateFile("fragment.yaml")], "f.yaml"],
    ["line breaks of Windows", ["w.yaml", windows], "w.yaml"],
  ])(
    "[M18] of %s has descriptors for all and places inside the file",
    (_, file, uri) => {
      const [name, text] = file;
      const { tool, artifacts, results } = sarif(name, text, "--all");
      expect(artifacts.map(({ location }) => location.uri)).toEqual([uri]);
      expect(results.length).toBeGreaterThan(0);
      for (const { ruleId, ruleIndex, locations } of results) {
        expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
        const [{ physicalLocation }] = locations;
        expect(physicalLocation.artifactLocation).toEqual({ uri, index: 0 });
        const { start: from, end } = offsetsOf(text, physicalLocation.region);
        expect(from).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(from, end)).toBe(text.slice(from, end).trim());
      }
    },
  );

  test.each([
    ["a template", "k.yaml", template],
    ["a template in JSON", "k.json", jsonTemplate],
    ["a design", "d.json", printDesign(tagged)],
    [
      "a design in one line",
      "d.json",
      JSON.stringify(JSON.parse(printDesign(tagged))),
    ],
  ])(
    "[M20] a fix of %s mends the file and leaves the rest as it is",
    (_, name, text) => {
      const { results } = sarif(name, text);
      const wrong = results.find(
        ({ ruleId }) => ruleId === "key/pending-window",
      );
      const [edit] = wrong?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
      expect(edit).toBeDefined();
      if (edit === undefined) return;
      const { start: from, end } = offsetsOf(text, edit.deletedRegion);
      const mended = `${text.slice(0, from)}${edit.insertedContent.text}${text.slice(end)}`;
      expect(edit.insertedContent.text).not.toContain("\n");
      expect(mended).toBe(
        text.replace(/(?<=[pP]endingWindowInDays"?: ?)5/, "7"),
      );
      const after = sarif(name, mended).results;
      expect(after.map(({ ruleId }) => ruleId)).toEqual(
        results
          .map(({ ruleId }) => ruleId)
          .filter((id) => id !== "key/pending-window"),
      );
    },
  );

  test("[M20] a file that is written in another order has no fixes", () => {
    const { keys, ...rest } = tagged;
    const { results } = sarif("d.json", JSON.stringify({ keys, ...rest }));
    expect(results.map(({ ruleId }) => ruleId)).toContain("key/pending-window");
    expect(results.filter(({ fixes }) => fixes !== undefined)).toEqual([]);
  });

  test("[M18] has the place that text and JSON have", () => {
    const { results } = sarif("k.yaml", template);
    const wrong = results.find(({ ruleId }) => ruleId === "key/pending-window");
    expect(wrong?.locations[0].physicalLocation.region).toEqual({
      startLine: 5,
      startColumn: 7,
      endLine: 5,
      endColumn: 29,
    });
  });

  test("[M18] has the version of the package", () => {
    const text = readFileSync(
      new URL("../../package.json", import.meta.url),
      "utf8",
    );
    expect(JSON.parse(text)).toMatchObject({ version });
    expect(sarif("k.yaml", template).tool.driver.version).toBe(version);
  });
});

test.each([
  ["--format", "xml"],
  ["--format", ""],
  ["--fail-on", "note"],
  ["--all=yes"],
])("[M2] check refuses %s %s and prints nothing", (...option) => {
  const { status, out, err } = runInMemory(
    ["check", "k", ...option.filter((one) => typeof one === "string")],
    { k: template },
  );
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).not.toBe("");
});
