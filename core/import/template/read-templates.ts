import { emptyDesign, freeId } from "../../design/defaults.ts";
import type { Design, KeptTemplate, Stack } from "../../design/design.ts";
import type { Json } from "../../problem/json.ts";
import type { Path, Problem, Result, Span } from "../../problem/problem.ts";
import { failed, failedWith, ok } from "../../problem/problem.ts";
import { membersOf } from "../../synth/kept-template.ts";
import { readTemplateText } from "../../yaml/read-template-text.ts";
import type { TemplateText } from "../../yaml/read-template-text.ts";
import { importProblem } from "../import-problem.ts";
import type { ReadPolicy } from "../key-policy.ts";
import { addTemplate } from "./add-template.ts";
import { isKmsResource } from "./draft.ts";
import { stacksOfManifest } from "./cdk-out.ts";
import type { AssemblyStack } from "./cdk-out.ts";
import { bodiesIn, findTemplates } from "./find-templates.ts";
import type { FoundBody, FoundTemplate } from "./find-templates.ts";
import { standingAlone } from "./standing-alone.ts";

/** A text to open, and where it begins in all texts together. */
export interface TextPart {
  /** The name of its file; empty where it has none. */
  readonly name: string;
  readonly text: string;
  readonly start: number;
}

/** The design that CloudFormation templates among these texts become; undefined where there is none. */
export function readTemplates(
  parts: readonly TextPart[],
  name: string,
): Result<ReadPolicy> | undefined {
  const read = parts.map(readPart);
  const problems = read.flatMap(({ refused }) => refused);
  if (problems.length > 0) return failedWith(problems);
  const templates = read.flatMap((one) => one.templates);
  if (templates.length === 0) return undefined;
  const resources = templates.flatMap(({ template }) =>
    Object.values(membersOf(template, "Resources")).filter(isKmsResource),
  );
  if (resources.length > maximumResources)
    return failed(tooManyResources(resources.length));
  const isAssembly = read.some(({ stacks }) => stacks.length > 0);
  const stacks = read.flatMap((one) => one.stacks);
  const inOrder = isAssembly ? assemblyFirst(templates, stacks) : templates;
  let design: Design = { ...emptyDesign(name), stacks: [] };
  for (const one of inOrder) {
    const { stack, template, text } = one;
    const id = freeId(design.stacks, stack.id);
    design = addTemplate(design, { ...stack, id }, { template, ...text });
  }
  return ok({
    design: withoutLostDependencies(design),
    warnings: [
      ...read.flatMap(({ warnings }) => warnings),
      ...(isAssembly ? [] : read.flatMap(leftOut)),
    ],
  });
}

/** CloudFormation takes 500 resources of all kinds in a stack; this is many stacks full of keys. */
const maximumResources = 2000;

function tooManyResources(count: number): Problem {
  return importProblem("too-large", {
    message: `the templates have ${count} keys, replicas and aliases, more than ${maximumResources}`,
    help: "open fewer templates at once",
  });
}

interface TemplateToAdd {
  readonly file: string;
  readonly stack: Stack;
  readonly template: FoundTemplate["template"];
  readonly text: Omit<KeptTemplate, "rest">;
}

interface ReadPart {
  readonly part: TextPart;
  readonly templates: readonly TemplateToAdd[];
  readonly stacks: readonly AssemblyStack[];
  readonly warnings: readonly Problem[];
  /** Why a text that means to be a template is none. */
  readonly refused: readonly Problem[];
}

function readPart(part: TextPart): ReadPart {
  const nothing = {
    part,
    templates: [],
    stacks: [],
    warnings: [],
    refused: [],
  };
  if (!mayHold(part.text)) return nothing;
  const text = withoutStrayQuote(part.text);
  const read = readTemplateText(text);
  const inAll = (problem: Problem) => movedTo(problem, part.start);
  if (!read.ok)
    return isMeant(text)
      ? { ...nothing, refused: read.problems.map(inAll) }
      : nothing;
  const { value, warnings } = read.value;
  const stacks = stacksOfManifest(value);
  if (stacks !== undefined) return { ...nothing, stacks };
  const found = findTemplates(value);
  if (found.length === 0) return nothing;
  const templates = found.flatMap((one) => templatesOf(one, part, text));
  const about = found.flatMap((one) => problemsOf(one, read.value));
  return {
    ...nothing,
    templates,
    warnings: [...warnings, ...about].map(inAll),
  };
}

/** Whether there is any use in reading the text as a template or a manifest. */
function mayHold(text: string): boolean {
  return /\bType\b["']?\s*:|"artifacts"\s*:/.test(text);
}

/** The text means to be a template, right or wrong. */
function isMeant(text: string): boolean {
  return /^\s*["']?(?:Resources|AWSTemplateFormatVersion)["']?\s*:|\bType["']?\s*:\s*["']?AWS::/m.test(
    text,
  );
}

/** Some templates are pasted with a quote before them. */
function withoutStrayQuote(text: string): string {
  return text.replace(
    /^\s*["'](?=\s*(?:\{|Resources\s*:|AWSTemplateFormatVersion\s*:|["']))/,
    (start) => " ".repeat(start.length),
  );
}

function templatesOf(
  found: FoundTemplate,
  { name }: TextPart,
  text: string,
): readonly TemplateToAdd[] {
  const stack = { id: stackId(name) };
  const outer = { file: name, stack, template: found.template };
  const bodies = bodiesIn(found.template).flatMap((body) => inBody(body, name));
  return [{ ...outer, text: standingAlone(found, text) }, ...bodies];
}

/** A template inside another one is a stack of its own. */
function inBody(
  { resource, body }: FoundBody,
  file: string,
): readonly TemplateToAdd[] {
  return findTemplates(valueOfBody(body))
    .filter(({ template }) => hasKms(template))
    .map(({ template }) => ({
      file,
      stack: { id: stackId(resource) },
      template,
      text: typeof body === "string" ? { source: body } : {},
    }));
}

function valueOfBody(body: Json): Json {
  if (typeof body !== "string") return body;
  const read = readTemplateText(body);
  return read.ok ? read.value.value : null;
}

function hasKms(template: Json): boolean {
  return JSON.stringify(template).includes('"AWS::KMS::');
}

function problemsOf(
  { template, within }: FoundTemplate,
  { spanOf }: TemplateText,
): readonly Problem[] {
  return bodiesIn(template)
    .filter(({ body }) => inBody({ resource: "Body", body }, "").length > 0)
    .map(({ resource }) => {
      const path: Path = [...within, "Resources", resource];
      const span = spanOf([...path, "Properties", "TemplateBody"]);
      return importProblem("template-body", {
        severity: "info",
        path,
        ...(span && { span }),
        message: `the template inside \`${resource}\` opens as a stack of its own, and \`${resource}\` keeps its text`,
        help: "paste the exported template of that stack back as its `TemplateBody`",
      });
    });
}

/** The id of a stack after the name of its file or resource. Source: CDK, names of stacks. */
function stackId(file: string): string {
  const stem = (file.split(/[\\/]/).at(-1) ?? "").split(".")[0] ?? "";
  const plain = stem
    .replaceAll(/[^A-Za-z0-9-]+/g, "-")
    .replace(/^[^A-Za-z]+/, "")
    .replace(/-+$/, "");
  return plain === "" ? "Stack" : plain;
}

/** The stacks of an assembly in its order, each with what the manifest says; nested ones after them. */
function assemblyFirst(
  templates: readonly TemplateToAdd[],
  stacks: readonly AssemblyStack[],
): readonly TemplateToAdd[] {
  const named = stacks.flatMap(({ file, stack }) =>
    templates
      .filter((one) => baseName(one.file) === baseName(file))
      .map((one) => ({ ...one, stack })),
  );
  const files = new Set(named.map(({ file }) => file));
  return [...named, ...templates.filter(({ file }) => !files.has(file))];
}

function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

/** Stacks may depend on some whose template was not among the files. */
function withoutLostDependencies(design: Design): Design {
  const ids = new Set(design.stacks.map(({ id }) => id));
  const stacks = design.stacks.map(({ dependencies, ...stack }) => {
    const left = (dependencies ?? []).filter((id) => ids.has(id));
    return left.length === 0 ? stack : { ...stack, dependencies: left };
  });
  return { ...design, stacks };
}

function leftOut({ part, templates }: ReadPart): readonly Problem[] {
  if (templates.length > 0) return [];
  return [
    importProblem("file-left-out", {
      severity: "warning",
      message: `\`${part.name}\` is no template and was left out`,
      help: "open it apart from the templates",
      span: { start: part.start, end: part.start },
    }),
  ];
}

function movedTo(problem: Problem, start: number): Problem {
  const { span } = problem;
  return span === undefined
    ? problem
    : { ...problem, span: moved(span, start) };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
