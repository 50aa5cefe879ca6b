import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { emptyDesign, newKey } from "../design/defaults.ts";
import type { Design, Statement } from "../design/design.ts";
import { sarifProblems } from "../testing/sarif-schema.ts";
import { rules } from "./registry.ts";
import type { Finding } from "./rule.ts";
import { sarifOf } from "./sarif.ts";
import type { SarifRun } from "./sarif.ts";
import { fileUri } from "./sarif-uri.ts";

const empty = emptyDesign("Test");
const key = newKey(empty);
const unnamed: Statement = { effect: "Deny", actions: ["kms:Bar"] };
const design: Design = {
  ...empty,
  keys: [
    {
      ...key,
      policy: {
        mode: "replace",
        statements: [
          { sid: "First", effect: "Allow", actions: ["kms:Foo"] },
          unnamed,
        ],
      },
    },
  ],
  accepted: [
    { id: "known", rule: "key-tags", key: key.id, reason: "it is old" },
  ],
};

const finding: Finding = {
  code: "key-tags",
  severity: "error",
  path: ["keys", 0, "policy", "statements", 0, "actions", 0],
  message: "the tag `${aws:x}` is wrong, see [this](https://example.com)",
  help: "remove it",
};
const accepted: Finding = {
  ...finding,
  standing: { kind: "accepted", by: "known", reason: "it is old" },
};
const closed: Finding = {
  ...finding,
  standing: { kind: "closed", reason: "nobody can have it" },
};
const region = { startLine: 2, startColumn: 3, endLine: 2, endColumn: 9 };

/** The log of some findings, which the schema has to take. */
function logOf(findings: readonly Finding[], more: Partial<SarifRun> = {}) {
  const log = sarifOf({
    version: "1.2.3",
    design,
    files: ["a dir/k.yaml"],
    findings,
    rules,
    locate: () => ({ file: "a dir/k.yaml", region }),
    ...more,
  });
  expect(sarifProblems(JSON.parse(JSON.stringify(log)))).toEqual([]);
  return log.runs[0];
}

function resultOf(one: Finding, more?: Partial<SarifRun>) {
  return logOf([one], more)?.results[0];
}

describe("the log", () => {
  test("[M18] the schema takes a log without findings, and not one with a mistake", () => {
    const run = logOf([]);
    expect(run?.results).toEqual([]);
    const wrong = {
      version: "2.1.0",
      runs: [{ ...run, results: [{}], more: 1 }],
    };
    expect(sarifProblems(wrong).join("\n")).toMatch(/"message"[\s\S]*"more"/);
    expect(sarifProblems({ version: "2.0.0", runs: [] })).not.toEqual([]);
  });

  test("[M18] it names the tool, and counts columns as JavaScript does", () => {
    expect(logOf([])).toMatchObject({
      tool: { driver: { name: "Keywright", version: "1.2.3" } },
      columnKind: "utf16CodeUnits",
      artifacts: [
        {
          location: { uri: "a%20dir/k.yaml", index: 0 },
          roles: ["analysisTarget"],
        },
      ],
    });
  });

  test("[M18] every rule has a descriptor with all that scanners show", () => {
    const descriptors = logOf([])?.tool.driver.rules ?? [];
    expect(descriptors.map(({ id }) => id)).toEqual(Object.keys(rules));
    const { summary, why, mend, source } = rules["key-tags"];
    expect(descriptors.find(({ id }) => id === "key-tags")).toEqual({
      id: "key-tags",
      name: "KeyTags",
      shortDescription: { text: summary },
      fullDescription: { text: why },
      help: {
        text: `${why} ${mend} Source: ${source.title}.`,
        markdown: `${why}\n\n${mend}\n\nSource: [${source.title}](${source.url})`,
      },
      helpUri: source.url,
      defaultConfiguration: { level: "error" },
      properties: { tags: ["kms-facts"] },
    });
    expect(JSON.stringify(descriptors)).not.toMatch(/<[a-z]/i);
  });

  test("[M18] what no rule found has a descriptor too, each code one", () => {
    const refused = { ...finding, code: "key/pending-window" };
    const run = logOf([
      refused,
      finding,
      { ...refused, path: [] },
      { ...refused, code: "claim/refuted" },
    ]);
    const descriptors = run?.tool.driver.rules ?? [];
    expect(descriptors.slice(Object.keys(rules).length)).toMatchObject([
      {
        id: "claim/refuted",
        name: "ClaimRefuted",
        properties: { tags: ["claim"] },
      },
      { id: "key/pending-window", defaultConfiguration: { level: "error" } },
    ]);
    expect(
      run?.results.map(({ ruleId, ruleIndex }) => [
        ruleId,
        descriptors[ruleIndex]?.id,
      ]),
    ).toEqual(
      [
        "key/pending-window",
        "key-tags",
        "key/pending-window",
        "claim/refuted",
      ].map((id) => [id, id]),
    );
  });

  test("[M18] every code in the sources says what it is about", () => {
    const folders = ["../synth/", "../check/"].map(
      (name) => new URL(name, import.meta.url),
    );
    const codes = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
        .flatMap((name) => [
          ...readFileSync(new URL(name, folder), "utf8").matchAll(
            /(?:refusal\(|code:)\s*"(?<code>[a-z-]+(?:\/[a-z-]+)?)"/g,
          ),
        ])
        .map(({ groups }) => groups?.["code"] ?? ""),
    );
    const all =
      logOf(codes.map((code) => ({ ...finding, code })))?.tool.driver.rules ??
      [];
    const vague = all.filter(
      ({ id, shortDescription: { text } }) =>
        !id.startsWith("design/") && text.startsWith("A design has"),
    );
    expect(codes.length).toBeGreaterThan(40);
    expect(vague).toEqual([]);
  });
});

describe("a result", () => {
  test("[M18] has its place in the file and in the design", () => {
    expect(resultOf(finding)?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: "a%20dir/k.yaml", index: 0 },
          region,
        },
        logicalLocations: [
          { fullyQualifiedName: "keys[0].policy.statements[0].actions[0]" },
        ],
      },
    ]);
  });

  test("[M18] without a place it is about the first file", () => {
    expect(
      resultOf({ ...finding, path: [] }, { locate: () => undefined })
        ?.locations,
    ).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: "a%20dir/k.yaml", index: 0 },
        },
      },
    ]);
  });

  test.each([
    ["error", "error"],
    ["warning", "warning"],
    ["info", "note"],
  ] as const)(
    "[M18] of severity %s has the level %s, whatever its rule has",
    (severity, level) => {
      expect(resultOf({ ...finding, severity })).toMatchObject({
        kind: "fail",
        level,
        suppressions: [],
      });
    },
  );

  test("[M18] says what is wrong and what to do, in sentences without places for arguments and links", () => {
    expect(resultOf(finding)?.message.text).toBe(
      "The tag `${{aws:x}}` is wrong, see [this] (https://example.com). Remove it.",
    );
    expect(
      resultOf({ ...finding, message: "kms:Foo is wrong." })?.message.text,
    ).toBe("kms:Foo is wrong. Remove it.");
  });

  test("[M18] that is accepted is suppressed where the design says so", () => {
    const run = logOf([finding, accepted], {
      locate: (path) => ({
        file: "a dir/k.yaml",
        region: { ...region, startLine: path.length },
      }),
    });
    const [open, settled] = run?.results ?? [];
    expect(open?.suppressions).toEqual([]);
    expect(settled).toMatchObject({
      kind: "fail",
      level: "error",
      suppressions: [
        {
          kind: "inSource",
          status: "accepted",
          justification: "it is old",
          location: {
            physicalLocation: { region: { startLine: 2 } },
            logicalLocations: [{ fullyQualifiedName: "accepted[0]" }],
          },
        },
      ],
    });
  });

  test("[M18] that is closed has passed, for a reason", () => {
    const result = resultOf(closed);
    expect(result).toMatchObject({
      kind: "pass",
      level: "none",
      suppressions: [],
    });
    expect(result?.message.text).toMatch(
      /\. Nothing needs to be done: nobody can have it\.$/,
    );
  });

  test("[M18] shows the steps that lead to it", () => {
    const steps = [
      { text: "the key needs the alias", path: ["keys", 0] },
      { text: "the alias needs the key", path: ["keys", 0] },
    ];
    expect(resultOf({ ...finding, steps })?.relatedLocations).toMatchObject([
      {
        id: 0,
        message: { text: "The key needs the alias." },
        physicalLocation: { region },
      },
      { id: 1, message: { text: "The alias needs the key." } },
    ]);
  });

  test("[M18] carries the fixes whose edits are known", () => {
    const change = { type: "edit-design", patch: { name: "x" } } as const;
    const otherFixes = [{ title: "Not this", change }];
    const fixed = {
      ...finding,
      fix: { title: "Mend {it}", change },
      otherFixes,
    };
    expect(resultOf(fixed)).not.toHaveProperty("fixes");
    const result = resultOf(fixed, {
      editsOf: ({ title }) =>
        title === "Not this"
          ? undefined
          : [{ file: "a dir/k.yaml", region, text: "new" }],
    });
    expect(result?.fixes).toEqual([
      {
        description: { text: "Mend {{it}}" },
        artifactChanges: [
          {
            artifactLocation: { uri: "a%20dir/k.yaml", index: 0 },
            replacements: [
              { deletedRegion: region, insertedContent: { text: "new" } },
            ],
          },
        ],
      },
    ]);
  });
});

describe("fingerprints", () => {
  const print = (one: Finding, of: Design = design) =>
    resultOf(one, { design: of })?.partialFingerprints["keywrightFinding/v1"];

  test("[M19] a finding keeps its fingerprint when its statement and its key move, and what it says changes", () => {
    const moved: Design = {
      ...design,
      keys: [
        { ...key, id: "Other" },
        ...design.keys.map((one) =>
          "policy" in one
            ? {
                ...one,
                policy: {
                  ...one.policy,
                  statements: one.policy.statements.toReversed(),
                },
              }
            : one,
        ),
      ],
    };
    const path = ["keys", 1, "policy", "statements", 1, "actions", 0];
    expect(
      print({ ...finding, path, message: "another", severity: "info" }, moved),
    ).toBe(print(finding));
  });

  test("[M19] a statement without a name is known by what it says", () => {
    const at = (index: number) => ["keys", 0, "policy", "statements", index];
    const others = design.keys.map((one) =>
      "policy" in one
        ? { ...one, policy: { ...one.policy, statements: [unnamed] } }
        : one,
    );
    const first = { ...finding, path: at(0) };
    expect(print({ ...finding, path: at(1) })).toBe(
      print(first, { ...design, keys: others }),
    );
    expect(print({ ...finding, path: at(1) })).not.toBe(print(first));
  });

  test("[M19] rules and places have fingerprints of their own, and what shares one is counted", () => {
    const other = { ...finding, code: "claim/refuted" };
    const results = logOf([finding, other, finding])?.results ?? [];
    const prints = results.map(
      (one) => one.partialFingerprints["keywrightFinding/v1"],
    );
    expect(new Set(prints).size).toBe(3);
    expect(prints.map((one) => one.slice(-2))).toEqual([":1", ":1", ":2"]);
    expect(prints[0]).toMatch(/^[\da-f]{32}:1$/);
  });
});

test.each([
  ["k.yaml", "k.yaml"],
  ["./a b/k#1?.yaml", "a%20b/k%231%3F.yaml"],
  ["../k.yaml", "../k.yaml"],
  ["a:b.yaml", "a%3Ab.yaml"],
  ["dir\\k.yaml", "dir/k.yaml"],
  [".\\dir\\k.yaml", "dir/k.yaml"],
  ["C:\\a b\\k.yaml", "file:///C:/a%20b/k.yaml"],
  ["\\\\server\\share\\k.yaml", "file://server/share/k.yaml"],
  ["/tmp/\u00fc.yaml", "file:///tmp/%C3%BC.yaml"],
  ["\ud800", "%EF%BF%BD"],
  ["-", "stdin"],
])("[M18] %j has the URI %s", (file, uri) => {
  expect(fileUri(file)).toBe(uri);
});

test("[M18] standard input is told as a stream", () => {
  const run = logOf([finding], {
    files: ["-"],
    locate: () => ({ file: "-", region }),
  });
  expect(run?.artifacts).toMatchObject([
    { location: { uri: "stdin" }, roles: ["analysisTarget", "standardStream"] },
  ]);
  expect(
    run?.results[0]?.locations[0]?.physicalLocation.artifactLocation,
  ).toEqual({ uri: "stdin", index: 0 });
});
