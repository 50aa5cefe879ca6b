import type {
  CdkLine,
  Companion,
  Design,
  Exported,
  ExportTarget,
  Path,
  Result,
} from "../../core/index.ts";
import {
  exportDesign,
  exportTargets,
  keysOf,
  ok,
  startsWithPath,
} from "../../core/index.ts";
import { codeStackOf } from "./chosen-stack.ts";
import { designOf, keyOf, latest, remembered } from "./selectors.ts";
import type { AppState } from "./store.ts";
import type { Texts } from "./texts.ts";

/** A target of the code pane: its row in the table of exporters, with its name. */
export type ShownTarget = (typeof exportTargets)[ExportTarget] & {
  readonly id: ExportTarget;
};

/** The design itself is saved, not exported. */
const allTargets: readonly ShownTarget[] = keysOf(exportTargets)
  .filter((id) => id !== "design")
  .map(shown);
const defaultTarget = shown("cloudformation-yaml");

function shown(id: ExportTarget): ShownTarget {
  return { ...exportTargets[id], id };
}

/** The targets of a CDK line, and those that every line has. */
function targetsOf(line: CdkLine): readonly ShownTarget[] {
  return allTargets.filter(
    (target) => target.line === undefined || target.line === line,
  );
}

/** The tabs of the code pane, in order; every line has the same. */
export const targetGroups: readonly string[] = [
  ...new Set(allTargets.map(({ group }) => group)),
];

/** The targets behind one tab: one for each language. */
export function targetsOfGroup(
  line: CdkLine,
  group: string,
): readonly ShownTarget[] {
  return targetsOf(line).filter((target) => target.group === group);
}

/** The language of a target; the line of the CDK is chosen apart. */
export function languageOf({ language, line }: ShownTarget): string {
  return line === undefined ? language : language.replace(` (${line})`, "");
}

/** The CDK line whose program the code pane shows: one that was chosen, else the design's. */
export function codeLineOf(state: AppState): CdkLine {
  return state.view.codeLine ?? designOf(state).cdk.line;
}

/** The target that the code pane shows. */
export function shownTarget(state: AppState): ShownTarget {
  const { targetGroup, languages } = state.view;
  const targets = targetsOfGroup(codeLineOf(state), targetGroup);
  const language = languages[targetGroup];
  const found = targets.find((target) => languageOf(target) === language);
  const target = found ?? targets[0] ?? defaultTarget;
  return allTargets.find(({ id }) => id === target.id) ?? target;
}

/** The CDK program that a project is made of: in the language that was chosen for the CDK. */
export function programTarget(state: AppState): ExportTarget {
  const targets = targetsOfGroup(codeLineOf(state), "CDK");
  const chosen = targets.find(
    (target) => languageOf(target) === state.view.languages["CDK"],
  );
  return (chosen ?? targets[0] ?? defaultTarget).id;
}

/** The code that is shown is of one stack. */
export function isOfStack(state: AppState): boolean {
  const { perStack, fragment } = shownTarget(state);
  return perStack || (fragment && state.view.fragment);
}

interface Job {
  readonly design: Design;
  readonly target: ExportTarget;
  readonly stack: string | undefined;
  readonly key: string | undefined;
  readonly fragment: boolean;
  readonly texts: Texts | null;
}

const memo = latest(({ design, target, stack, key, fragment, texts }: Job) =>
  exportDesign(design, target, {
    ...(texts !== null && { templateTexts: texts.templateTexts }),
    ...(stack !== undefined && { stack }),
    ...(key !== undefined && { key }),
    ...(fragment && { fragment }),
  }),
);
let job: Job | undefined;

/** What the code pane has: the main text and the files beside it; the same object for the same question. */
export function exportedOf(state: AppState): Result<Exported> {
  const target = shownTarget(state);
  const next: Job = {
    design: designOf(state),
    target: target.id,
    stack: isOfStack(state) ? codeStackOf(state) : undefined,
    key: target.perKey ? keyOf(state)?.id : undefined,
    fragment: target.fragment && state.view.fragment,
    texts: state.session.texts,
  };
  if (job === undefined || !sameJob(job, next)) job = next;
  return memo(job);
}

function sameJob(a: Job, b: Job): boolean {
  return (
    a.design === b.design &&
    a.target === b.target &&
    a.stack === b.stack &&
    a.key === b.key &&
    a.fragment === b.fragment &&
    a.texts === b.texts
  );
}

/** The file beside the main one that is shown in its place. */
export function companionOf(state: AppState): Companion | undefined {
  const result = exportedOf(state);
  const { codeFile } = state.view;
  const files = result.ok ? result.value.companions : undefined;
  return files?.find(({ fileName }) => fileName === codeFile);
}

/** What the code pane shows: the main text, or a file beside it; the same object for the same question. */
export function shownCodeOf(state: AppState): Result<Exported> {
  const companion = companionOf(state);
  return companion === undefined ? exportedOf(state) : asExported(companion);
}

/** No part of the design has written anything in a file beside the main one. */
const asExported = remembered(
  ({ fileName, text }: Companion): Result<Exported> =>
    ok({ text, fileName, spans: [], notes: [] }),
);

/** A range of lines, counted from 1, both ends inside. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The lines that a part of the design wrote; where it wrote none itself, those of the part it belongs to. */
export function linesWrittenBy(
  exported: Exported,
  path: Path,
): readonly LineRange[] {
  const ranges = writtenBy(exported, path);
  if (ranges.length > 0 || path.length <= 3) return ranges;
  return linesWrittenBy(exported, path.slice(0, -1));
}

function writtenBy(exported: Exported, path: Path): readonly LineRange[] {
  const lines = lineStarts(exported.text);
  return exported.spans
    .filter(({ from }) => from.some((origin) => startsWithPath(origin, path)))
    .map(({ start, end }) => ({
      first: lineAt(lines, start),
      last: lineAt(lines, Math.max(start, lastVisible(exported.text, end))),
    }));
}

/** The part of the design that wrote the text at an offset: the innermost span around it. */
export function writerOf(exported: Exported, offset: number): Path | undefined {
  const inside = exported.spans.filter(
    ({ start, end }) => start <= offset && offset <= end,
  );
  const innermost = inside.reduce<(typeof inside)[number] | undefined>(
    (best, span) =>
      best === undefined || span.end - span.start <= best.end - best.start
        ? span
        : best,
    undefined,
  );
  return innermost?.from[0];
}

/** Where each line of a text starts. */
export const lineStarts = latestText((text) => {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
    starts.push(at + 1);
  return starts;
});

/** The number of the line, from 1, that holds an offset. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** A span may end with the line break; its last line is the one before. */
function lastVisible(text: string, end: number): number {
  return text[end - 1] === "\n" ? end - 2 : end - 1;
}

function latestText<Out>(
  compute: (text: string) => Out,
): (text: string) => Out {
  let last: { readonly text: string; readonly out: Out } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, out: compute(text) };
    return last.out;
  };
}
