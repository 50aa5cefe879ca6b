import { describe, expect, test } from "vitest";

import {
  exportDesign,
  exportTargets,
  keysOf,
  parseDesignText,
  printDesign,
  samples,
} from "../index.ts";
import type { Design } from "../index.ts";
import { cdkOut, templateFile } from "../testing/template-files.ts";
import { runCommandLine } from "./run.ts";

const anyText: unknown = expect.any(String);

/** Runs a command line over files in memory. */
function run(args: readonly string[], files: Record<string, string> = {}) {
  const written = new Map<string, string>();
  let out = "";
  let err = "";
  const status = runCommandLine(
    {
      read: (file) => {
        const text = files[file];
        if (text === undefined) throw new Error(`no such file: ${file}`);
        return text;
      },
      list: (folder) => {
        const names = Object.keys(files).filter((name) =>
          name.startsWith(`${folder}/`),
        );
        return names.length === 0
          ? undefined
          : names.map((name) => name.slice(folder.length + 1));
      },
      write: (folder, name, text) => {
        written.set(`${folder}/${name}`, text);
        return `${folder}/${name}`;
      },
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
    args,
  );
  return { status, out, err, written };
}

const good = printDesign(samples["symmetric-data-key"].design);
const twoKeys = printDesign({
  ...samples["symmetric-data-key"].design,
  keys: samples["symmetric-data-key"].design.keys.flatMap((key) => [
    key,
    { ...key, id: "Second", aliases: [] },
  ]),
});
const { design: start } = samples["demo-sharing"];
const shared: Design = {
  ...start,
  aliases: [{ id: "Foo", stack: "UseStack", name: "alias/foo", key: "MyKey" }],
};
const sharing = printDesign(shared);
const refused = printDesign(samples["demo-mend"].design);
// Nobody knows of which organization a claim speaks where the settings do not say it: a warning.
const questionable = printDesign({
  ...samples["symmetric-data-key"].design,
  claims: [
    {
      id: "inside",
      kind: "nobody-outside",
      boundary: "organization",
      actions: ["kms:*"],
    },
  ],
});

describe("new", () => {
  test("[M1] prints a design that parses, and nothing else", () => {
    const { status, out, err } = run(["new"]);
    expect(status).toBe(0);
    expect(err).toBe("");
    expect(parseDesignText(out).ok).toBe(true);
  });

  test.each(keysOf(samples))("[M1] prints the sample %s", (name) => {
    const { status, out } = run(["new", "--sample", name]);
    expect(status).toBe(0);
    expect(out).toBe(printDesign(samples[name].design));
  });

  test("[M2] an unknown sample is named, with those there are", () => {
    const { status, out, err } = run(["new", "--sample", "nope"]);
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("`nope`");
    expect(err).toContain("symmetric-data-key");
  });
});

describe("export", () => {
  test.each(keysOf(exportTargets))("[M3] prints the target %s", (target) => {
    const design: Design = target.startsWith("cdk-v1")
      ? { ...samples["ecc-signing-key"].design, cdk: { line: "v1" } }
      : samples["symmetric-data-key"].design;
    const { status, out } = run(["export", "-", "--to", target], {
      "-": printDesign(design),
    });
    const expected = exportDesign(design, target);
    expect(status).toBe(0);
    expect({ ok: true, text: out }).toEqual({
      ok: expected.ok,
      text: expected.ok && expected.value.text,
    });
  });

  test("[M3] --out writes the file and prints its path", () => {
    const { status, out, written } = run(
      ["export", "d", "--to", "cdk-typescript", "--out", "made"],
      { d: good },
    );
    expect(status).toBe(0);
    expect(out).toBe("made/payments-keys.ts\n");
    expect([...written.keys()]).toEqual(["made/payments-keys.ts"]);
  });

  test("[M3] --out writes every stack and every key, and what a program needs beside it", () => {
    const files = (target: string) =>
      run(["export", "d", "--to", target, "--out", "o"], { d: sharing });
    expect([...files("cloudformation-json").written.keys()]).toEqual([
      "o/KeyStack.template.json",
      "o/UseStack.template.json",
    ]);
    expect([...files("key-policy").written.keys()]).toEqual([
      "o/MyKey.key-policy.json",
    ]);
    const { out, err } = files("cdk-v1-python");
    expect(out).toBe("o/app.py\no/cdk.json\n");
    expect(err).toMatch(/^note: The design is for CDK v2\. /);
  });

  test("[M3] a program that needs a file beside it says so when it is printed", () => {
    const { err } = run(["export", "d", "--to", "cdk-v1-typescript"], {
      d: sharing,
    });
    expect(err).toContain("note: It needs a cdk.json beside it");
  });

  test("[M3] no name in a design leads out of the folder", () => {
    const design = good.replaceAll('"PaymentsKey"', '"../../PaymentsKey"');
    const { written } = run(
      ["export", "d", "--to", "key-policy", "--out", "o"],
      { d: design },
    );
    expect([...written.keys()]).toEqual(["o/-PaymentsKey.key-policy.json"]);
  });

  test("[M4] what is wrong with every part is said once", () => {
    const { err, written } = run(
      ["export", "d", "--to", "cloudformation-yaml", "--out", "o"],
      {
        d: printDesign({
          ...shared,
          stacks: [...shared.stacks, { id: "Bare" }],
        }),
      },
    );
    expect(err.match(/creates nothing/g)).toHaveLength(1);
    expect(written.size).toBe(0);
  });

  test("[M3] --fragment prints what stands in a stack", () => {
    const { out, err } = run(
      ["export", "d", "--to", "cdk-typescript", "--fragment"],
      { d: good },
    );
    expect(out).toMatch(/^const paymentsKey = new kms\.Key\(this/);
    expect(err).toContain("Paste into the constructor");
  });

  test("[M3] --logical-ids readable leaves the hash out", () => {
    const { out } = run(
      [
        "export",
        "d",
        "--to",
        "cloudformation-yaml",
        "--logical-ids",
        "readable",
      ],
      { d: good },
    );
    expect(out).toContain("\n  PaymentsKey:\n");
    expect(out).toContain("!GetAtt PaymentsKey.Arn");
  });

  test("[M3] --key chooses where there are several", () => {
    const args = ["export", "d", "--to", "key-policy"];
    expect(run(args, { d: twoKeys }).status).toBe(2);
    expect(run(args, { d: twoKeys }).err).toContain("`Second`");
    expect(run([...args, "--key", "Second"], { d: twoKeys }).status).toBe(0);
  });

  test.each([
    [["export", "d"]],
    [["export", "--to", "design"]],
    [["export", "d", "e", "--to", "design"]],
    [["export", "d", "--to", "nope"]],
    [["export", "d", "--to", "cloudformation-yaml", "--stack", "nope"]],
    [["export", "d", "--to", "key-policy", "--key", "nope"]],
    [["export", "d", "--to", "cloudformation-yaml", "--fragment"]],
    [["export", "d", "--to", "cloudformation-yaml", "--logical-ids", "x"]],
    [["export", "d", "--to", "cdk-typescript", "--logical-ids", "readable"]],
    [["export", "d", "--to", "design", "--unknown"]],
    [["export", "missing", "--to", "design"]],
    [["nope"]],
    [[]],
  ])("[M2] %j is refused with 2 and nothing on standard output", (args) => {
    const { status, out, err } = run(args, { d: good });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).not.toBe("");
  });

  test("[M4] what the CDK refuses is refused, with its place in the file", () => {
    const { status, out, err } = run(
      ["export", "d", "--to", "cdk-typescript"],
      { d: refused },
    );
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^d:19:19: error: .*\[key\/usage-not-of-spec\]$/m);
    expect(err).toMatch(/^d:20:30: error: .*\[key\/pending-window\]$/m);
  });

  test("[M4] the design itself is exported all the same", () => {
    const { status, out } = run(["export", "d", "--to", "design"], {
      d: refused,
    });
    expect({ status, out }).toEqual({ status: 0, out: refused });
  });
});

describe("check", () => {
  test("[M5] a design without problems", () => {
    const d = printDesign(samples["demo-import-by-arn"].design);
    const { status, out } = run(["check", "d"], { d });
    expect({ status, out }).toEqual({ status: 0, out: "no problems found\n" });
  });

  test("[M5] JSON output has the documented form", () => {
    const { status, out } = run(["check", "d", "--format", "json"], {
      d: refused,
    });
    expect(status).toBe(1);
    const findings: unknown = expect.arrayContaining([
      {
        rule: "key/usage-not-of-spec",
        severity: "error",
        message: anyText,
        path: "keys[0].keyUsage",
        file: "d",
        line: 19,
        column: 19,
        help: anyText,
        fixable: true,
      },
      {
        rule: "key/pending-window",
        severity: "error",
        message: anyText,
        path: "keys[0].pendingWindowInDays",
        file: "d",
        line: 20,
        column: 30,
        help: anyText,
        fixable: true,
      },
    ]);
    expect(JSON.parse(out)).toEqual({ findings });
  });

  test("[M6] --fail-on says from which severity the status is 1", () => {
    const check = (severity: string) =>
      run(["check", "d", "--fail-on", severity], { d: questionable });
    expect(check("warning").out).toContain("warning:");
    expect(check("error").status).toBe(0);
    expect(check("warning").status).toBe(1);
    expect(check("info").status).toBe(1);
  });

  test("[M2] unusable input is status 2 with every reason and its place", () => {
    const { status, out, err } = run(["check", "d"], {
      d: good
        .replace('"line": "v2"', '"line": 7')
        .replace('"enableKeyRotation": true', '"enableKeyRotation": "yes"'),
    });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^d:\d+:\d+: error: `cdk\.line`/m);
    expect(err).toMatch(/^d:\d+:\d+: error: `keys\[0\]\.enableKeyRotation`/m);
  });

  test("[M2] a text that is no JSON is placed where it breaks", () => {
    const { status, err } = run(["check", "d"], {
      d: '{\n  "keywright": 1,,\n}',
    });
    expect(status).toBe(2);
    expect(err).toMatch(/^d:2:18: error: this is not valid JSON/);
  });

  test.each([[["--format", "xml"]], [["--fail-on", "never"]]])(
    "[M2] %j is refused",
    (option) => {
      const { status, out } = run(["check", "d", ...option], { d: good });
      expect({ status, out }).toEqual({ status: 2, out: "" });
    },
  );
});

describe("import", () => {
  const policy = `{
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
      "Action": "kms:Decrypt"
      "Resource": "*"
    }
  ]
}`;

  test("[M8] import prints the design, and what was read past with its place", () => {
    const { status, out, err } = run(["import", "p"], { p: policy });
    expect(status).toBe(0);
    expect(parseDesignText(out)).toMatchObject({
      ok: true,
      value: {
        principals: [{ id: "App", kind: "arn" }],
        keys: [{ policy: { mode: "replace", statements: [{}] } }],
      },
    });
    expect(err).toMatch(
      /^p:7:7: warning: .*comma expected \[import\/syntax\]$/m,
    );
    expect(err).toContain("[import/version]");
  });

  test("[M8] a policy can be checked and exported as it is", () => {
    const files = { p: policy };
    const exported = run(["export", "p", "--to", "key-policy"], files);
    expect(exported.status).toBe(0);
    expect(JSON.parse(exported.out)).toMatchObject({
      Statement: [{ Action: "kms:Decrypt" }],
    });
    expect(run(["check", "p"], files).status).not.toBe(2);
  });

  test("[M8] several files make one key, and a problem is told with its file", () => {
    const { status, out, err } = run(["import", "p", "k"], {
      p: JSON.stringify({ Policy: policy.replace('Decrypt"', 'Decrypt",') }),
      k: '\n{"KeyMetadata": {"KeyId": "k", "Description": "Mine", "KeyState": "PendingDeletion"}}',
    });
    expect(status).toBe(0);
    expect(parseDesignText(out)).toMatchObject({
      ok: true,
      value: { keys: [{ description: "Mine", policy: { mode: "replace" } }] },
    });
    expect(err).toMatch(/^k:2:1: warning: .*\[import\/pending-deletion\]$/m);
  });

  test("[M3] a project is written as a folder, and needs one", () => {
    const args = ["export", "a.json", "--to", "cdk-typescript", "--project"];
    const files = { "a.json": good };
    expect(run(args, files)).toMatchObject({
      status: 2,
      out: "",
      err: "--project needs --out DIR: it is a folder\n",
    });
    const { status, written } = run([...args, "--out", "here"], files);
    expect(status).toBe(0);
    expect([...written.keys()]).toEqual([
      "here/app.ts",
      "here/package.json",
      "here/tsconfig.json",
      "here/cdk.json",
      "here/.gitignore",
    ]);
  });

  test("[M9] a template opens, and is exported as it was; a folder opens as its stacks", () => {
    const text = templateFile("every-tag.yaml");
    const exported = run(["export", "t.yaml", "--to", "cloudformation-yaml"], {
      "t.yaml": text,
    });
    expect(exported).toMatchObject({ status: 0, out: text });
    const files = Object.fromEntries(
      cdkOut.map((file) => [file.name, file.text]),
    );
    const folder = run(["import", "cdk.out"], {
      ...files,
      "cdk.out/asset.1.zip": "not a template",
    });
    expect(parseDesignText(folder.out)).toMatchObject({
      ok: true,
      value: { name: "cdk", stacks: [{ id: "Keys" }, { id: "Users" }] },
    });
    const json = ["export", "cdk.out", "--to", "cloudformation-json"];
    expect(run([...json, "--stack", "Keys"], files).out).toBe(cdkOut[1]?.text);
  });

  test("[M9] what is wrong in a template is told with its file, line and column", () => {
    const { status, out, err } = run(["import", "a.yaml", "b.yaml"], {
      "a.yaml": templateFile("fragment.yaml"),
      "b.yaml": "Resources:\n  Key:\n    Type: AWS::KMS::Key\n   Bad: [\n",
    });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^b\.yaml:4:\d+: error: /m);
  });

  test("[M2] what cannot be opened is refused with the reason, and prints nothing", () => {
    const identity = policy.replace(/"Principal".*/, "");
    const { status, out, err } = run(["import", "p"], { p: identity });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("[import/identity-policy]");
    expect(run(["import"]).status).toBe(2);
  });
});

test("[M7] help is printed on request, on standard output", () => {
  const { status, out, err } = run(["help"]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out).toContain("export FILE --to TARGET");
});
