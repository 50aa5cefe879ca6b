import type { Design } from "../design/design.ts";
import type { JsonObject } from "../problem/json.ts";
import { originsAt, templateJson } from "../synth/template.ts";
import { synthesize } from "../synth/synthesize.ts";
import { adoptionOf } from "./adoption.ts";
import type { Exported } from "./exported.ts";
import { fileStem } from "./file-name.ts";
import type { Exporter, ExportRequest } from "./exporter.ts";
import { inPlace } from "./in-place.ts";
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
  keepsTemplates: true,
} as const;

/** The template as the CDK writes it to `cdk.out`. */
export const cloudFormationJson: Exporter = {
  ...common,
  language: "JSON",
  editorLanguage: "json",
  write: (request) =>
    exported(request, "json", (template, from) => printJson(template, 1, from)),
};

/** The same template as YAML, as a person would write it. */
export const cloudFormationYaml: Exporter = {
  ...common,
  language: "YAML",
  editorLanguage: "yaml",
  write: (request) => exported(request, "yaml", printYaml),
};

type Print = (
  template: JsonObject,
  from: OriginsAt,
) => Pick<Exported, "text" | "spans">;

function exported(
  { design, stack, logicalIds, templateTexts: texts }: ExportRequest,
  language: "json" | "yaml",
  print: Print,
): Exported {
  const synthesized = synthesize(design, logicalIds).find(
    (candidate) => candidate.stack === stack?.id,
  );
  // INVARIANT: `exportDesign` names a stack of the design, and one is synthesised for each.
  if (stack === undefined || synthesized === undefined)
    throw new Error("a template is of one stack");
  const template = templateJson(synthesized.template);
  const at: OriginsAt = (place) => originsAt(synthesized, place);
  const kept =
    stack.template &&
    texts &&
    inPlace(stack.template, { template, originsAt: at }, { texts, language });
  return {
    ...(kept ?? print(template, at)),
    ...importing(design, stack.id),
    fileName: `${fileStem(stack.id)}.template.${language}`,
  };
}

/** How the stack takes over keys that exist. */
function importing(
  design: Design,
  stack: string,
): Pick<Exported, "notes" | "companions"> {
  const adoption = adoptionOf(design, stack);
  if (adoption === undefined) return { notes: [] };
  const fileName = `${fileStem(stack)}.resources-to-import.json`;
  return {
    notes: [
      `The stack takes over keys that exist: create a change set of the type IMPORT with \`--resources-to-import file://${fileName}\`, so that no second key is made.`,
    ],
    companions: [{ fileName, text: adoption.resourcesToImport }],
  };
}
