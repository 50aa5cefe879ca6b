import { describe, expect, test } from "vitest";

import { emptyDesign } from "../../design/defaults.ts";
import type { Design } from "../../design/design.ts";
import { isOwned, isVerbatim } from "../../design/design.ts";
import { statementsOf } from "../../design/key-parts.ts";
import { parseDesign } from "../../design/parse-design.ts";
import { printDesign } from "../../design/print-design.ts";
import type { JsonObject } from "../../problem/json.ts";
import { isJsonObject } from "../../problem/json.ts";
import { synthesize } from "../../synth/synthesize.ts";
import { templateJson } from "../../synth/template.ts";
import { corpusTemplates } from "../../testing/corpus-templates.ts";
import {
  cdkOut,
  templateFile,
  templateFiles,
} from "../../testing/template-files.ts";
import { valueAt } from "../../testing/value-at.ts";
import { importFiles } from "../import-text.ts";
import type { Imported } from "../import-text.ts";
import { addTemplate } from "./add-template.ts";

function opened(...names: readonly string[]): Imported {
  const files = names.map((name) => ({ name, text: templateFile(name) }));
  const read = importFiles(files, "Test");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function written(design: Design): readonly JsonObject[] {
  return synthesize(design).map(({ template }) => templateJson(template));
}

describe("templates become designs", () => {
  test.each(templateFiles)(
    "[I12] $name is a design that parses",
    ({ name }) => {
      const { design } = opened(name);
      expect(parseDesign(JSON.parse(printDesign(design)))).toEqual({
        ok: true,
        value: design,
      });
    },
  );

  test("[I12] every key, replica and alias is a part of the design, everything else is kept", () => {
    const { design, kept } = opened("tabs.json");
    expect(design.keys.map(({ id, kind }) => [id, kind])).toEqual([
      ["Key", "defined"],
      ["ExistingKey", "imported"],
      ["Replica", "replica"],
      ["ExistingKey2", "imported"],
    ]);
    expect(design.aliases?.map(({ name, key }) => [name, key])).toEqual([
      ["alias/replica", "Replica"],
      ["alias/elsewhere", "ExistingKey2"],
    ]);
    expect(kept).toEqual([
      { stack: "tabs", section: "Resources", names: ["Bucket"] },
      { stack: "tabs", section: "Parameters", names: ["PrimaryArn", "Name"] },
      { stack: "tabs", section: "Conditions", names: ["A"] },
    ]);
  });

  test("[I12] intrinsic functions stay in principals, conditions and settings, and whole statements depend on conditions", () => {
    const { design, keptAsText } = opened("every-tag.yaml");
    const [key] = design.keys;
    expect(keptAsText).toBe(0);
    expect(statementsOf(key ?? neverKey)).toMatchObject([
      { sid: "Enable IAM policies" },
      { principals: ["KeyAdmin", "RoleArn", "ExportSharedAdmin"] },
      { conditions: { Bool: { "kms:GrantIsForAWSResource": true } } },
      { when: { condition: "IsProd", is: true }, effect: "Deny" },
      { sid: "Whoever it is" },
    ]);
    expect(design.principals.map(({ kind }) => kind)).toEqual([
      "template-value",
      "template-value",
      "template-value",
      "template-value",
      "template-value",
      "star",
      "template-value",
    ]);
  });

  test("[I12] what a name that is there twice says is reported with its place", () => {
    const { warnings } = opened("crlf-and-duplicate.yaml");
    const [warning] = warnings;
    const text = templateFile("crlf-and-duplicate.yaml");
    expect(warnings).toHaveLength(1);
    expect(warning?.code).toBe("template/duplicate-name");
    expect(
      text.slice(warning?.span?.start).startsWith("EnableKeyRotation: false"),
    ).toBe(true);
  });

  test("[I12] a template inside a template is a stack of its own", () => {
    const { design, warnings } = opened("stack-set.yaml");
    expect(design.stacks.map(({ id }) => id)).toEqual([
      "stack-set",
      "Everywhere",
    ]);
    expect(design.keys.map(({ id, stack }) => [id, stack])).toEqual([
      ["InnerKey", "Everywhere"],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(["import/template-body"]);
  });

  test("[I13] a folder of the CDK opens as its stacks, and constructs get their names back", () => {
    const read = importFiles(cdkOut, "cdk.out");
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { design } = read.value;
    expect(design.stacks).toMatchObject([
      {
        id: "Keys",
        name: "prod-keys",
        account: "111122223333",
        region: "eu-west-1",
      },
      {
        id: "Users",
        account: "111122223333",
        region: "eu-west-1",
        dependencies: ["Keys"],
      },
    ]);
    expect(design.keys.map(({ id, kind }) => [id, kind])).toEqual([
      ["DataKey", "defined"],
      ["Plain", "defined"],
      ["ExistingKey", "imported"],
    ]);
    const [key] = design.keys;
    expect(key).not.toHaveProperty("construct");
    expect(key).not.toHaveProperty("logicalId");
  });
});

const neverKey = {
  ...emptyDesign().keys[0],
  id: "",
  kind: "imported",
  stack: "",
  arn: "",
  aliases: [],
} as const;

describe("unchanged means unchanged", () => {
  test.each(templateFiles)(
    "[I14] $name is synthesised as it was",
    ({ name }) => {
      const { design } = opened(name);
      for (const [index, { template }] of design.stacks.entries()) {
        const places = template?.rest["Resources"];
        const own = written(design)[index];
        expect(Object.keys(valueAt(own, ["Resources"]) ?? {})).toEqual(
          Object.keys(places ?? {}),
        );
      }
    },
  );

  const corpus = corpusTemplates();

  describe.skipIf(corpus === undefined)(
    "../shared/corpus/kms-resources.json (skipped where that is absent)",
    () => {
      const all = (corpus ?? []).map(({ name, template }) => ({
        name,
        template,
        design: addTemplate(
          { ...emptyDesign(name), stacks: [] },
          { id: "Stack" },
          { template },
        ),
      }));

      test.each(all)("[I14] $name", ({ design, template }) => {
        expect(written(design)).toEqual([template]);
        expect(parseDesign(JSON.parse(printDesign(design))).ok).toBe(true);
      });

      test("[I15] at most one statement of fifty is kept as text", () => {
        const statements = all.flatMap(({ design }) =>
          design.keys.flatMap(statementsOf),
        );
        const asText = statements.filter(isVerbatim).length;
        const policies = all
          .flatMap(({ design }) => design.keys)
          .filter((key) => isOwned(key) && hasPolicyOverride(key.overrides));
        console.log(
          `${asText} of ${statements.length} statements and ${policies.length} whole policies kept as text`,
        );
        expect(asText).toBeLessThanOrEqual(statements.length * 0.02);
        expect(policies.length).toBeLessThanOrEqual(1);
      });
    },
  );
});

function hasPolicyOverride(overrides: JsonObject = {}): boolean {
  const { Properties: properties } = overrides;
  return isJsonObject(properties) && "KeyPolicy" in properties;
}
