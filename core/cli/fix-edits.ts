import {
  applyChange,
  exportDesign,
  printDesign,
  readJson,
  synthesize,
  templateTexts,
} from "../index.ts";
import type { Design, ExportTarget, Fix, Json, SarifEdit } from "../index.ts";
import { fileOf } from "./locate-in-templates.ts";
import type { ReadFiles } from "./locate.ts";
import type { SourceText } from "./source-text.ts";

/** What a file becomes. */
interface EditedFile {
  readonly file: SourceText;
  readonly text: string;
}

/** The files as another design writes them, as far as they change; undefined where that is not known. */
type Rewrite = (next: Design) => readonly EditedFile[] | undefined;

/** Says how a fix changes the files that a design was read from; undefined where that is not known. */
export function fixEditor(
  read: ReadFiles,
): (fix: Fix) => readonly SarifEdit[] | undefined {
  const rewrite = rewriteOf(read);
  return ({ change }) => {
    const next = applyChange(read.design, change);
    return next.ok ? rewrite(next.value)?.flatMap(editOf) : undefined;
  };
}

function rewriteOf({ design, source, files }: ReadFiles): Rewrite {
  const [file, ...others] = files;
  if (source === "cloudformation") return rewriteTemplates(design, files);
  if (file === undefined || others.length > 0) return () => undefined;
  if (source === "design")
    return rewriteJson(file, design, (one) => valueIn(printDesign(one)));
  if (source === "key-policy") return rewriteJson(file, design, keyPolicy);
  return () => undefined;
}

/** Rewrites a file that is one value, where what the design writes is what stands there. */
function rewriteJson(
  file: SourceText,
  design: Design,
  valueOf: (design: Design) => Json | undefined,
): Rewrite {
  const written = JSON.stringify(valueOf(design));
  const isExact = written === JSON.stringify(valueIn(file.text));
  return (next) => {
    const value = isExact ? valueOf(next) : undefined;
    return value === undefined
      ? undefined
      : [{ file, text: templateTexts.edit(file.text, value) }];
  };
}

function valueIn(text: string): Json | undefined {
  const read = readJson(text);
  return read.ok ? read.value.value : undefined;
}

function keyPolicy(design: Design): Json | undefined {
  const exported = exportDesign(design, "key-policy");
  return exported.ok ? valueIn(exported.value.text) : undefined;
}

/** Rewrites the templates whose stacks change; each has to come out as it was from the design that was read. */
function rewriteTemplates(
  design: Design,
  files: readonly SourceText[],
): Rewrite {
  const before = templatesOf(design);
  return (next) => {
    if (next.stacks.length !== design.stacks.length) return undefined;
    const edited: EditedFile[] = [];
    for (const [index, template] of templatesOf(next).entries()) {
      if (template === before[index]) continue;
      const stack = design.stacks[index];
      const file = stack && fileOf(stack, design, files);
      if (stack === undefined || file === undefined) return undefined;
      const text = rewritten({ design, next, file, stack: stack.id });
      if (text === undefined) return undefined;
      edited.push({ file, text });
    }
    return edited;
  };
}

function templatesOf(design: Design): readonly string[] {
  return synthesize(design).map(({ template }) => JSON.stringify(template));
}

function rewritten({
  design,
  next,
  file,
  stack,
}: {
  readonly design: Design;
  readonly next: Design;
  readonly file: SourceText;
  readonly stack: string;
}): string | undefined {
  const exported = (one: Design, target: ExportTarget) => {
    const result = exportDesign(one, target, { stack, templateTexts });
    return result.ok ? result.value.text : undefined;
  };
  const target = (["cloudformation-yaml", "cloudformation-json"] as const).find(
    (one) => exported(design, one) === file.text,
  );
  return target && exported(next, target);
}

/** The lines that differ: what takes the place of all from the first to the last of them. */
function editOf({ file, text }: EditedFile): readonly SarifEdit[] {
  if (text === file.text) return [];
  const start = commonStart(file.text, text);
  const end = commonEnd(file.text.slice(start), text.slice(start));
  const from = file.positionAt(start);
  const to = file.positionAt(file.text.length - end);
  return [
    {
      file: file.name,
      region: {
        startLine: from.line,
        startColumn: from.column,
        endLine: to.line,
        endColumn: to.column,
      },
      text: text.slice(start, text.length - end),
    },
  ];
}

/** How much is the same from the start, in whole lines. */
function commonStart(a: string, b: string): number {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return a.lastIndexOf("\n", same - 1) + 1;
}

/** How much is the same at the end: nothing, or whole lines with the line break before them. */
function commonEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.at(-same - 1) === b.at(-same - 1)) same++;
  const tail = a.slice(a.length - same);
  const line = tail.indexOf("\n");
  return line < 0 ? 0 : tail.length - line;
}
