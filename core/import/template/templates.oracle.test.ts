import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type * as Include from "aws-cdk-lib/cloudformation-include";
import * as z from "zod/mini";

import { emptyDesign } from "../../design/defaults.ts";
import type { Design } from "../../design/design.ts";
import { exportDesign } from "../../export/export-design.ts";
import type { Exported } from "../../export/exported.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import { membersOf } from "../../synth/kept-template.ts";
import { synthesize } from "../../synth/synthesize.ts";
import { printTemplate, templateJson } from "../../synth/template.ts";
import { contextOfDesign } from "../../testing/context-of-design.ts";
import { corpusTemplates } from "../../testing/corpus-templates.ts";
import {
  cdk,
  compilePrograms,
  templateOf,
  tryProgram,
} from "../../testing/real-cdk.ts";
import { load } from "../../testing/real-cdk-lines.ts";
import {
  cdkOut,
  templateFile,
  templateFiles,
} from "../../testing/template-files.ts";
import { importFiles } from "../import-text.ts";
import { addTemplate } from "./add-template.ts";

const include = load<typeof Include>("aws-cdk-lib/cloudformation-include");

/** A design, and the templates that it was made of by stack. */
interface Case {
  readonly name: string;
  readonly design: Design;
}

const fixtures: readonly Case[] = [
  ...templateFiles.map((file) => ({ name: file.name, files: [file] })),
  { name: "cdk.out", files: cdkOut },
].map(({ name, files }) => {
  const read = importFiles(files, name);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { name, design: read.value.design };
});

const corpus: readonly Case[] = (corpusTemplates() ?? []).map(
  ({ name, template }) => ({
    name,
    design: addTemplate(
      { ...emptyDesign(name), stacks: [] },
      { id: "Stack" },
      { template },
    ),
  }),
);

/** What the CDK refuses: names that only the Serverless Framework knows, what AWS KMS refuses, a logical ID with underscores. */
const notForCdk = new Set([
  "serverless.yml",
  "incomplete.yaml",
  "cfn-001-yaml-resources-Resources",
  "cfn-021-yaml-Resources",
]);

/** What CloudFormation has in templates and the CDK writes itself. */
const ofCdk = new Set([
  "BootstrapVersion",
  "CDKMetadata",
  "CDKMetadataAvailable",
]);

/** The sections that a program can say, without what the CDK writes itself. */
function comparable(template: JsonObject): JsonObject {
  return Object.fromEntries(
    ["Parameters", "Mappings", "Conditions", "Resources", "Outputs"].map(
      (section) => [
        section,
        Object.fromEntries(
          Object.entries(membersOf(template, section))
            .filter(([name]) => !ofCdk.has(name))
            .map(([name, member]) => [
              name,
              withSortedTags(withoutPath(member)),
            ]),
        ),
      ],
    ),
  );
}

/** CfnInclude sorts the tags of a resource, whose order says nothing. */
function withSortedTags(member: Json): Json {
  if (!isJsonObject(member)) return member;
  const { Properties: properties } = member;
  if (!isJsonObject(properties)) return member;
  const { Tags: tags } = properties;
  if (!isJsonList(tags)) return member;
  const sorted = tags.toSorted((a, b) =>
    JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
  );
  return { ...member, Properties: { ...properties, Tags: sorted } };
}

function withoutPath(member: Json): Json {
  if (!isJsonObject(member)) return member;
  const { Metadata: metadata, ...rest } = member;
  if (!isJsonObject(metadata)) return member;
  const { "aws:cdk:path": _, ...others } = metadata;
  return Object.keys(others).length === 0
    ? rest
    : { ...rest, Metadata: others };
}

describe("the text of a template", () => {
  /** The loader of the CDK knows no sections of other tools, and takes no name twice. */
  const readable = ["every-tag.yaml", "tabs.json", "crlf-and-duplicate.yaml"];
  const folder = resolve(".cache", "oracle", "include");

  /** What the CDK makes of a template in a file. */
  function included(name: string, text: string): JsonObject {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, name);
    writeFileSync(file, text);
    const app = new cdk.App();
    const stack = new cdk.Stack(app, "Stack");
    const made = new include.CfnInclude(stack, "Template", {
      templateFile: file,
    });
    expect(made.stack).toBe(stack);
    return comparable(longForm(templateOf(app).json));
  }

  /** The loader of the CDK leaves the text of `!GetAtt` whole, which CloudFormation takes in JSON too. */
  function longForm(template: JsonObject): JsonObject {
    const text = JSON.stringify(template).replaceAll(
      /"Fn::GetAtt":"(?<resource>[^".]+)\.(?<attribute>[^"]+)"/g,
      '"Fn::GetAtt":["$<resource>","$<attribute>"]',
    );
    return z.record(z.string(), z.json()).parse(JSON.parse(text));
  }

  test.each(readable)("[I10] %s says what CfnInclude reads", (name) => {
    const text = templateFile(name).replace(
      /^ *EnableKeyRotation: true\r\n(?= *EnableKeyRotation)/m,
      "",
    );
    const design = fixtures.find((one) => one.name === name)?.design;
    const [ours] = synthesize(design ?? emptyDesign());
    const json = printTemplate(ours?.template ?? {});
    expect(included(`${name}.json`, json)).toEqual(included(name, text));
  });
});

/** Whether the rest of a template stands in the program, or in a file that the program includes. */
const forms = [
  { form: "program", project: false },
  { form: "project", project: true },
] as const;

describe.each(forms)("$form of imported templates", ({ form, project }) => {
  const folder = resolve(".cache", "oracle", `imported-${form}-files`);
  // The real templates are cut down to their keys: there is little to include.
  const cases = (project ? fixtures : [...fixtures, ...corpus])
    .filter(({ name }) => !notForCdk.has(name))
    .map(({ name, design }) => ({
      name,
      design,
      exported: exportDesign(design, "cdk-typescript", { project }),
    }));
  let compiled: ReturnType<typeof compilePrograms> | undefined;

  beforeAll(() => {
    const programs = cases.flatMap(({ name, exported }) =>
      exported.ok ? [[name, exported.value.text] as const] : [],
    );
    compiled = compilePrograms(`imported-${form}`, new Map(programs));
  });

  /** The program as it runs beside its files. */
  function programIn(name: string, exported: Exported | undefined): string {
    const own = join(folder, name, "templates");
    mkdirSync(own, { recursive: true });
    for (const { fileName, text } of exported?.companions ?? [])
      if (fileName.startsWith("templates/"))
        writeFileSync(join(folder, name, fileName), text);
    const program = compiled?.javaScript.get(name) ?? "";
    return program.replaceAll('"templates/', `"${own}/`);
  }

  test("[I11] all of them are written and type-check", () => {
    const refused = cases.flatMap(({ name, exported }) =>
      exported.ok ? [] : [[name, exported.problems]],
    );
    expect(refused).toEqual([]);
    expect(compiled?.diagnostics).toBe("");
  });

  test.each(cases)(
    "[I11] $name: the CDK writes the template again",
    ({ name, design, exported }) => {
      const program = programIn(name, exported.ok ? exported.value : undefined);
      const context = contextOfDesign(design);
      const attempt = tryProgram(program, { line: "v2", context });
      if (!attempt.ok) throw new Error(attempt.message);
      const written = Object.fromEntries(
        attempt.app.stacks.map(({ id, template }) => [
          id,
          comparable(template),
        ]),
      );
      const wanted = Object.fromEntries(
        synthesize(design).map(({ stack, template }) => [
          stack,
          comparable(templateJson(template)),
        ]),
      );
      expect(written).toEqual(wanted);
    },
  );
});
