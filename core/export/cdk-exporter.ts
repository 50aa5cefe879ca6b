import type { CdkLine } from "../design/feature-flags.ts";
import {
  cdkCompanions,
  importMappings,
  importNotes,
} from "./cdk-companions.ts";
import type { CdkLanguage } from "./cdk-language.ts";
import type { Exported } from "./exported.ts";
import { projectFiles } from "./project-files.ts";
import type { Exporter, ExportRequest } from "./exporter.ts";
import { programOf } from "./program/build-program.ts";
import type { Program, StackClass } from "./program/program.ts";
import { modulesInBody } from "./program/walk.ts";

const suffixes: Readonly<Record<CdkLine, string>> = { v1: " (v1)", v2: "" };

/** Writes CDK programs of a line in a language, or the part of one that stands in a stack. */
export function cdkExporter(line: CdkLine, language: CdkLanguage): Exporter {
  return {
    group: "CDK",
    language: language.name + suffixes[line],
    editorLanguage: language.editorLanguage,
    line,
    perKey: false,
    perStack: false,
    fragment: true,
    logicalIds: false,
    needsCdk: true,
    write: (request) =>
      request.fragment
        ? writeFragment(request, language)
        : writeProgram(request, language),
  };
}

function writeProgram(
  { design, project }: ExportRequest,
  language: CdkLanguage,
): Exported {
  const [only, ...others] = design.stacks;
  const stem =
    project || only === undefined || others.length > 0 ? "app" : only.id;
  const fileName = fileNameOf(stem, "", language);
  const program = programOf(design, { project });
  const app = language.run(fileName);
  return {
    ...language.program(program),
    notes: importNotes(design),
    fileName,
    companions: [
      ...(project
        ? projectFiles(design, { program, app, language })
        : cdkCompanions(design, app)),
      ...importMappings(design),
    ],
  };
}

function writeFragment(
  { design, stack }: ExportRequest,
  language: CdkLanguage,
): Exported {
  const program = programOf(design);
  const found = program.stacks.find((one) => one.stack === stack);
  // INVARIANT: `exportDesign` names a stack of the design for a fragment, and a program has a class for each.
  if (stack === undefined || found === undefined)
    throw new Error("a fragment is of one stack");
  return {
    ...language.snippet(program, found),
    notes: snippetNotes(program, found, language),
    fileName: fileNameOf(stack.id, ".fragment", language),
  };
}

function fileNameOf(
  stem: string,
  middle: string,
  { wordSeparator, extension }: CdkLanguage,
): string {
  const words = stem
    .replaceAll(/([a-z0-9])([A-Z])/g, `$1${wordSeparator}$2`)
    .replaceAll(/[^A-Za-z0-9]+/g, wordSeparator)
    .toLowerCase();
  return `${words}${middle}.${extension}`;
}

/** The packages that the libraries of a line come from. */
const packages: Readonly<Record<CdkLine, string>> = {
  v1: "the packages of CDK v1",
  v2: "aws-cdk-lib",
};

function snippetNotes(
  program: Program,
  stackClass: StackClass,
  { snippetPlace, namesTaken }: CdkLanguage,
): readonly string[] {
  const modules = [...new Set(["cdk", ...modulesInBody(stackClass)])];
  const place = `Paste into ${snippetPlace}, where ${inWords(modules)} ${verb(modules, "is", "are")} imported from ${packages[program.line]}.`;
  const names = namesTaken(program, stackClass).map((name) => `\`${name}\``);
  return names.length === 0
    ? [place]
    : [
        place,
        `${inWords(names)} ${verb(names, "comes", "come")} from ${inWords(stacksBehind(stackClass))} and ${verb(names, "has", "have")} to be passed in.`,
      ];
}

/** The stacks that a class takes something from. */
function stacksBehind({ takes }: StackClass): readonly string[] {
  return [...new Set(takes.map(({ stack }) => stack))];
}

function verb(subjects: readonly string[], one: string, many: string): string {
  return subjects.length === 1 ? one : many;
}

function inWords(words: readonly string[]): string {
  const [last = "", ...others] = words.toReversed();
  return others.length === 0
    ? last
    : `${others.toReversed().join(", ")} and ${last}`;
}
