import type {
  Design,
  Exported,
  ExportTarget,
  Path,
  Result,
} from "../../core/index.ts";
import {
  exportDesign,
  exportTargets,
  startsWithPath,
} from "../../core/index.ts";
import { designOf, keyOf, latest } from "./selectors.ts";
import type { AppState } from "./store.ts";
import type { View } from "./view.ts";

/** A target of the code pane: its row in the table of exporters, with its name. */
export type ShownTarget = (typeof exportTargets)[ExportTarget] & {
  readonly id: ExportTarget;
};

/** The design itself is saved, not exported. */
const targetNames: readonly ExportTarget[] = [
  "cloudformation-yaml",
  "cloudformation-json",
  "cdk-typescript",
  "key-policy",
];
const defaultTarget = shown("cloudformation-yaml");
const shownTargets = targetNames.map(shown);

function shown(id: ExportTarget): ShownTarget {
  return { ...exportTargets[id], id };
}

/** The tabs of the code pane, in order. */
export const targetGroups: readonly string[] = [
  ...new Set(shownTargets.map(({ group }) => group)),
];

/** The targets behind one tab: one for each language. */
export function targetsOfGroup(group: string): readonly ShownTarget[] {
  return shownTargets.filter((target) => target.group === group);
}

/** The target that the code pane shows. */
export function shownTarget(view: View): ShownTarget {
  const targets = targetsOfGroup(view.targetGroup);
  const language = view.languages[view.targetGroup];
  return (
    targets.find((target) => target.language === language) ??
    targets[0] ??
    defaultTarget
  );
}

interface Job {
  readonly design: Design;
  readonly target: ExportTarget;
  readonly key: string | undefined;
  readonly fragment: boolean;
}

const memo = latest(({ design, target, key, fragment }: Job) =>
  exportDesign(design, target, {
    ...(key !== undefined && { key }),
    ...(fragment && { fragment }),
  }),
);
let job: Job | undefined;

/** The text of the code pane; the same object for the same question. */
export function exportedOf(state: AppState): Result<Exported> {
  const target = shownTarget(state.view);
  const next: Job = {
    design: designOf(state),
    target: target.id,
    key: target.perKey ? keyOf(state)?.id : undefined,
    fragment: target.fragment && state.view.fragment,
  };
  if (job === undefined || !sameJob(job, next)) job = next;
  return memo(job);
}

function sameJob(a: Job, b: Job): boolean {
  return (
    a.design === b.design &&
    a.target === b.target &&
    a.key === b.key &&
    a.fragment === b.fragment
  );
}

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
