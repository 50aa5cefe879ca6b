import { synthesize, templateTexts } from "../index.ts";
import type { Design, Json, Path, Stack, SynthesizedStack } from "../index.ts";
import { jsonAt } from "./json-at.ts";
import { onlyFile } from "./source-text.ts";
import type { Place, SourceText } from "./source-text.ts";
import { placeInTemplates, writtenParts } from "./template-place.ts";
import type { TemplatePlace } from "./template-place.ts";

/** What the text of a template says, and where. */
type Reading = Extract<
  ReturnType<typeof templateTexts.read>,
  { readonly ok: true }
>["value"];

/** A template in a file. */
interface FoundTemplate {
  readonly file: SourceText;
  readonly reading: Reading | undefined;
  /** The path in the file of a path from the root of the template. */
  readonly pathOf: (path: Path) => Path;
}

/** Finds the parts of a design in the templates that it was imported from. */
export function locateInTemplates(
  design: Design,
  files: readonly SourceText[],
): (path: Path) => Place | undefined {
  const readings = new Map<SourceText, Reading | undefined>();
  const read = (file: SourceText) => {
    if (!readings.has(file)) readings.set(file, readingOf(file.text));
    return readings.get(file);
  };
  let known: ReturnType<typeof writtenBy> | undefined;
  return (path) => {
    const { stacks, parts } = (known ??= writtenBy(design));
    const place =
      placeInTemplates(design, parts, path) ?? wholeStack(design, path);
    if (place === undefined) return onlyFile(files);
    const found = templateOf(place, { design, files, stacks, read });
    if (found === undefined) return onlyFile(files);
    const { file, reading, pathOf } = found;
    if (place.path.length === 0 || reading === undefined) return { file };
    const span = reading.spanOf(pathOf(place.path));
    return span === undefined ? { file } : { file, span };
  };
}

function writtenBy(design: Design) {
  const stacks = synthesize(design);
  return { stacks, parts: writtenParts(stacks) };
}

/** Of a stack only the file is told: the whole of it is no place to look at. */
function wholeStack(
  { keys, stacks }: Design,
  [list, index]: Path,
): TemplatePlace | undefined {
  if (list === "stacks") return { stack: Number(index), path: [] };
  const key = list === "keys" ? keys[Number(index)] : undefined;
  const stack = stacks.findIndex(({ id }) => id === key?.stack);
  return stack < 0 ? undefined : { stack, path: [] };
}

interface Texts {
  readonly design: Design;
  readonly files: readonly SourceText[];
  readonly stacks: readonly SynthesizedStack[];
  readonly read: (file: SourceText) => Reading | undefined;
}

/** The template of a stack: in the file whose text it has kept, else in one that has the resource. */
function templateOf(
  place: TemplatePlace,
  texts: Texts,
): FoundTemplate | undefined {
  const { design, files, read } = texts;
  const stack = design.stacks[place.stack];
  const file = stack && fileOf(stack, design, files);
  if (file === undefined) return templateWith(place, texts);
  const { source = "", within = [] } = stack?.template ?? {};
  const reading = source === file.text ? read(file) : readingOf(source);
  return { file, reading, pathOf: (path) => [...within, ...path] };
}

/** A template in one of the files that has the resource, in whatever form. */
function templateWith(
  { stack, path }: TemplatePlace,
  { stacks, files, read }: Texts,
): FoundTemplate | undefined {
  const [section = "", logicalId = ""] = path;
  const template = stacks[stack]?.template;
  const type = jsonAt(template?.[section], [logicalId, "Type"]);
  if (type === undefined) return undefined;
  for (const file of files) {
    const reading = read(file);
    const root = reading && rootOf(reading.value, path, type);
    if (root !== undefined)
      return {
        file,
        reading,
        pathOf: (place) => [...root.within, ...place.slice(root.missing)],
      };
  }
  return undefined;
}

/** The file of a stack; stacks whose templates are the same text come from such files in their order. */
export function fileOf(
  { id, template }: Stack,
  { stacks }: Design,
  files: readonly SourceText[],
): SourceText | undefined {
  const source = template?.source;
  if (source === undefined) return undefined;
  const within = JSON.stringify(template?.within);
  const same = stacks.filter(
    (stack) =>
      stack.template?.source === source &&
      JSON.stringify(stack.template.within) === within,
  );
  const texts = files.filter(({ text }) => isTextOf(source, text));
  return texts[same.findIndex((stack) => stack.id === id)] ?? texts[0];
}

/** The import takes a stray quote before a template for a space. */
function isTextOf(source: string, text: string): boolean {
  return source.length === text.length && text.endsWith(source.trimStart());
}

function readingOf(text: string): Reading | undefined {
  const read = templateTexts.read(text);
  return read.ok ? read.value : undefined;
}

/** Where a template begins in a file that has only its resources, or one of them; several may stand in a list. */
function rootOf(
  value: Json,
  path: Path,
  type: Json,
): { readonly within: Path; readonly missing: number } | undefined {
  const roots: readonly Path[] = [
    [],
    ...(Array.isArray(value) ? [...value.keys()].map((index) => [index]) : []),
  ];
  for (const within of roots)
    for (const missing of [0, 1, 2]) {
      const place = [...within, ...path.slice(missing, 2), "Type"];
      if (jsonAt(value, place) === type) return { within, missing };
    }
  return undefined;
}
