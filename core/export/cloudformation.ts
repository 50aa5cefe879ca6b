import type { JsonObject } from "../problem/json.ts";
import type { SynthesizedStack } from "../synth/template.ts";
import { originsAt, templateJson } from "../synth/template.ts";
import { synthesize } from "../synth/synthesize.ts";
import type { Exported } from "./exported.ts";
import { fileStem } from "./file-name.ts";
import type { Exporter, ExportRequest } from "./exporter.ts";
import type { OriginsAt } from "./located.ts";
import { printJson } from "./print-json.ts";
import { printYaml } from "./print-yaml.ts";

const common = {
  group: "CloudFormation",
  perKey: false,
  perStack: true,
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
    (candidate) => candidate.stack === stack?.id,
  );
  // INVARIANT: `exportDesign` names a stack of the design, and one is synthesised for each.
  if (stack === undefined || synthesized === undefined)
    throw new Error("a template is of one stack");
  return {
    ...printStack(synthesized, print),
    notes: [],
    fileName: `${fileStem(stack.id)}.template.${extension}`,
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
