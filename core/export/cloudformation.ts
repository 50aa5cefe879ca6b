import type { JsonObject } from "../problem/json.ts";
import type { SynthesizedStack } from "../synth/template.ts";
import { originsAt, templateJson } from "../synth/template.ts";
import { synthesize } from "../synth/synthesize.ts";
import type { Exported } from "./exported.ts";
import type { Exporter, ExportRequest } from "./exporter.ts";
import type { OriginsAt } from "./located.ts";
import { printJson } from "./print-json.ts";
import { printYaml } from "./print-yaml.ts";

const common = {
  group: "CloudFormation",
  perKey: false,
  fragment: false,
  logicalIds: true,
  needsCdk: true,
} as const;

/** The template as the CDK writes it to `cdk.out`. */
export const cloudFormationJson: Exporter = {
  ...common,
  language: "JSON",
  editorLanguage: "json",
  write: (request) =>
    exported(request, "json", (template, originOf) =>
      printJson(template, 1, originOf),
    ),
};

/** The same template as YAML, as a person would write it. */
export const cloudFormationYaml: Exporter = {
  ...common,
  language: "YAML",
  editorLanguage: "yaml",
  write: (request) => exported(request, "yaml", printYaml),
};

function exported(
  { design, stack, logicalIds }: ExportRequest,
  extension: string,
  print: (
    template: JsonObject,
    originOf: OriginsAt,
  ) => Pick<Exported, "text" | "spans">,
): Exported {
  const synthesized = synthesize(design, logicalIds).find(
    (candidate) => candidate.stack === stack.id,
  );
  // INVARIANT: there is one synthesised stack for each stack of the design.
  if (synthesized === undefined) throw new Error(`no stack ${stack.id}`);
  return {
    ...printStack(synthesized, print),
    notes: [],
    fileName: `${stack.id}.template.${extension}`,
  };
}

function printStack(
  stack: SynthesizedStack,
  print: (
    template: JsonObject,
    originOf: OriginsAt,
  ) => Pick<Exported, "text" | "spans">,
) {
  return print(templateJson(stack.template), (place) =>
    originsAt(stack, place),
  );
}
