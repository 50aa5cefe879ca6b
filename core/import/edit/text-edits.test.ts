import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { applyChange } from "../../design/apply-change.ts";
import { emptyDesign } from "../../design/defaults.ts";
import type { Design } from "../../design/design.ts";
import { invertChange } from "../../design/invert-change.ts";
import { exportDesign } from "../../export/export-design.ts";
import type { ExportTarget } from "../../export/registry.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import { keysOf } from "../../kms/keys-of.ts";
import { statementsOf } from "../../design/key-parts.ts";
import { samples } from "../../samples/registry.ts";
import { synthesize } from "../../synth/synthesize.ts";
import { templateJson } from "../../synth/template.ts";
import { corpusTemplates } from "../../testing/corpus-templates.ts";
import { templateFile } from "../../testing/template-files.ts";
import { editTemplateText } from "../../yaml/edit-template-text.ts";
import { readTemplateText } from "../../yaml/read-template-text.ts";
import { importFiles } from "../import-text.ts";
import { addTemplate } from "../template/add-template.ts";
import { changeOfKeyPolicyText } from "./key-policy-edit.ts";
import { changeOfTemplateText } from "./template-edit.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 3000 : 150;

const templateTexts = { read: readTemplateText, edit: editTemplateText };

function textOf(
  design: Design,
  target: ExportTarget = "cloudformation-yaml",
): string {
  const stack = design.stacks[0]?.id ?? "";
  const key = design.keys[0]?.id ?? "";
  const exported = exportDesign(design, target, { stack, key, templateTexts });
  if (!exported.ok) throw new Error(JSON.stringify(exported.problems));
  return exported.value.text;
}

function opened(name: string): Design {
  const read = importFiles([{ name, text: templateFile(name) }], name);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.design;
}

/** The design after its template was edited as text; undoing leads back to the very design. */
function edited(design: Design, text: string): Design {
  const read = changeOfTemplateText(design, {
    stack: design.stacks[0]?.id ?? "",
    written: textOf(design),
    text,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const next = applyChange(design, read.value.change);
  if (!next.ok) throw new Error(JSON.stringify(next.problems));
  const back = invertChange(design, read.value.change);
  expect(back && applyChange(next.value, back)).toEqual({
    ok: true,
    value: design,
  });
  return next.value;
}

function codes(design: Design, text: string): readonly string[] {
  const read = changeOfTemplateText(design, {
    stack: design.stacks[0]?.id ?? "",
    written: textOf(design),
    text,
  });
  return read.ok ? [] : read.problems.map(({ code }) => code);
}

describe("a template that is edited as text", () => {
  test.each([
    "every-tag.yaml",
    "scalars.yaml",
    "sam.yaml",
    "fragment.yaml",
    "serverless.yml",
  ])("[I16] %s without a change changes nothing", (name) => {
    const design = opened(name);
    expect(edited(design, textOf(design))).toEqual(design);
  });

  const written = keysOf(samples).filter((name) => {
    const { design } = samples[name];
    const stack = design.stacks[0]?.id ?? "";
    return exportDesign(design, "cloudformation-yaml", { stack }).ok;
  });

  test.each(written)("[I16] %s without a change changes nothing", (name) => {
    const { design } = samples[name];
    expect(edited(design, textOf(design))).toEqual(design);
  });

  test("[I16] a setting, a statement and the rest follow the text, comments and all", () => {
    const design = opened("every-tag.yaml");
    const text = textOf(design)
      .replace(
        "PendingWindowInDays: !Ref Days",
        "PendingWindowInDays: 7 # soon",
      )
      .replace("- Sid: Whoever it is", "- Sid: Whoever they are")
      .replace("Action: kms:DescribeKey", "Action: [kms:DescribeKey, kms:Sign]")
      .replace("Value: !Ref Stage", "Value: fixed")
      .replace("Default: 14", "Default: 21");
    const next = edited(design, text);
    expect(textOf(next)).toBe(text);
    expect(next.keys[0]).toMatchObject({
      pendingWindowInDays: 7,
      tags: [{ key: "Stage", value: "fixed" }],
    });
    expect(next.stacks[0]?.template?.rest).toMatchObject({
      Parameters: { Days: { Default: 21 } },
    });
  });

  test("[I16] keys and aliases come and go with the text", () => {
    const design = opened("fragment.yaml");
    const text = textOf(design);
    const more = `${text}  Other:\n    Type: AWS::KMS::Key\n  OtherAlias:\n    Type: AWS::KMS::Alias\n    Properties:\n      AliasName: alias/other\n      TargetKeyId: !Ref Other\n`;
    const next = edited(design, more);
    expect(next.keys.map(({ id }) => id)).toEqual(["SigningKey", "Other"]);
    expect(next.aliases?.at(-1)).toMatchObject({
      key: "Other",
      name: "alias/other",
    });
    expect(edited(next, text).keys).toEqual(design.keys);
  });

  test("[I16] a design of one's own follows its text as well, and keeps a comment", () => {
    const { design } = samples["symmetric-data-key"];
    const text = textOf(design);
    const next = edited(
      design,
      text.replace(
        "EnableKeyRotation: true",
        "EnableKeyRotation: true # once a year",
      ),
    );
    expect(next.keys).toEqual(design.keys);
    expect(textOf(next)).toContain("# once a year");
    const described = edited(
      design,
      text.replace(/Description: .*/, "Description: New words"),
    );
    expect(described.keys[0]).toMatchObject({ description: "New words" });
    expect(described.keys[0]).not.toHaveProperty("overrides");
  });

  test("[I17] what another part of the design writes is refused with its place, and so is a text that is no template", () => {
    const { design } = samples["multi-region-set"];
    const text = textOf(design);
    expect(
      codes(design, text.replace(/Value: !GetAtt .*/, "Value: other")),
    ).toEqual(["import/foreign-part"]);
    expect(codes(design, "")).toEqual(["import/no-template"]);
    expect(codes(design, "Resources: [")).toContain("template/syntax");
  });

  const leaves: readonly Json[] = [
    "x",
    "kms:Decrypt",
    7,
    true,
    ["a"],
    { Ref: "AWS::Region" },
  ];

  test("[I18] whatever resource is written in the text, the design writes it again", () => {
    const templates = [
      ...(corpusTemplates() ?? []).map(({ template }) => template),
      ...["every-tag.yaml", "scalars.yaml", "fragment.yaml"].map((name) =>
        templateJson(synthesize(opened(name))[0]?.template ?? {}),
      ),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...leaves),
        (template, way, leaf) => {
          const design = addTemplate(
            { ...emptyDesign(), stacks: [] },
            { id: "Stack" },
            { template },
          );
          const { Resources: resources = {} } = template;
          const wanted: JsonObject = {
            ...template,
            Resources: changed(resources, [0, ...way], leaf),
          };
          const next = edited(design, JSON.stringify(wanted));
          expect(
            synthesize(next).map((one) => templateJson(one.template)),
          ).toEqual([wanted]);
        },
      ),
      { numRuns, seed: 41 },
    );
  });
});

/** The value with another leaf somewhere below; the type of a resource stays. */
function changed(
  value: Json,
  [turn = 0, ...way]: readonly number[],
  leaf: Json,
): Json {
  if (isJsonList(value)) {
    if (value.length === 0) return [leaf];
    const at = turn % value.length;
    return value.with(at, changed(value[at] ?? null, way, leaf));
  }
  if (!isJsonObject(value)) return leaf;
  const names = Object.keys(value).filter((name) => name !== "Type");
  const name = names[turn % Math.max(1, names.length)] ?? "Description";
  return { ...value, [name]: changed(value[name] ?? null, way, leaf) };
}

describe("a key policy that is edited as text", () => {
  function policyEdited(
    design: Design,
    change: (text: string) => string,
  ): Design {
    const written = textOf(design, "key-policy");
    const read = changeOfKeyPolicyText(design, {
      key: design.keys[0]?.id ?? "",
      written,
      text: change(written),
    });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const next = applyChange(design, read.value.change);
    if (!next.ok) throw new Error(JSON.stringify(next.problems));
    return next.value;
  }

  test.each(keysOf(samples))(
    "[I19] %s without a change changes nothing",
    (name) => {
      const { design } = samples[name];
      if (!exportDesign(design, "key-policy").ok) return;
      expect(policyEdited(design, (text) => text)).toEqual(design);
    },
  );

  test("[I19] a statement changes in the part that was edited, the others stay the design's own", () => {
    const { design } = samples["replaced-policy"];
    const statements = design.keys.flatMap(statementsOf);
    const next = policyEdited(design, (text) =>
      text.replace('"kms:GenerateDataKey"', '"kms:Sign"'),
    );
    expect(next.principals).toEqual(design.principals);
    expect(next.keys.flatMap(statementsOf)).toEqual(
      statements.map((one, index) =>
        index === 1 ? { ...one, actions: ["kms:Decrypt", "kms:Sign"] } : one,
      ),
    );
  });

  test("[I19] what the default policy writes stays", () => {
    const { design } = samples["symmetric-data-key"];
    const written = textOf(design, "key-policy");
    const read = changeOfKeyPolicyText(design, {
      key: design.keys[0]?.id ?? "",
      written,
      text: written.replace('"kms:*"', '"kms:Get*"'),
    });
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual([
      "import/foreign-statement",
    ]);
  });
});
