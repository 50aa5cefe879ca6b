import type {
  Exported,
  ExportSpan,
  Finding,
  Severity,
  Span,
} from "../../core/index.ts";
import { codeDraft } from "./code-text.ts";
import { exportedOf, linesWrittenBy, lineStarts } from "./export.ts";
import { memberName, openFindings } from "./findings.ts";
import { latest } from "./selectors.ts";
import type { AppState } from "./store.ts";

/** Something that is wrong with a piece of code. */
export interface CodeMarker extends Span {
  readonly severity: Severity;
  readonly message: string;
}

const none: readonly CodeMarker[] = [];

/** What is wrong with the code that is shown: with the text as it was typed, else with what the design has there. */
export function markersOf(state: AppState): readonly CodeMarker[] {
  const draft = codeDraft(state);
  if (draft !== undefined) return ofDraft(draft);
  const result = exportedOf(state);
  return result.ok ? ofDesign(asked(result.value, openFindings(state))) : none;
}

const ofDraft = latest(
  ({ problems, text }: NonNullable<ReturnType<typeof codeDraft>>) =>
    problems.map(({ span, message, help }): CodeMarker => ({
      ...(span ?? { start: 0, end: text.length }),
      severity: "error",
      message: `${message}; ${help}`,
    })),
);

interface Asked {
  readonly exported: Exported;
  readonly findings: readonly Finding[];
}

let last: Asked | undefined;

/** The same object for the same question. */
function asked(exported: Exported, findings: Asked["findings"]): Asked {
  if (last?.exported !== exported || last.findings !== findings)
    last = { exported, findings };
  return last;
}

/** Findings stand at the first line that their place wrote. */
const ofDesign = latest(({ exported, findings }: Asked) => {
  const starts = lineStarts(exported.text);
  const writtenBy = byMember(exported);
  return findings.flatMap(
    ({ path, severity, message, help }): readonly CodeMarker[] => {
      const part = writtenBy.get(memberName(path));
      const [range] = part === undefined ? [] : linesWrittenBy(part, path);
      const start = range && starts[range.first - 1];
      if (range === undefined || start === undefined) return [];
      const end = (starts[range.first] ?? exported.text.length + 1) - 1;
      return [{ start, end, severity, message: `${message}; ${help}` }];
    },
  );
});

/** The code with what each member of a list of the design wrote: with many findings, all of it is too much to go through for each. */
function byMember(exported: Exported): ReadonlyMap<string, Exported> {
  const spans = new Map<string, ExportSpan[]>();
  for (const span of exported.spans)
    for (const name of new Set(span.from.map(memberName))) {
      const known = spans.get(name);
      if (known === undefined) spans.set(name, [span]);
      else known.push(span);
    }
  return new Map(
    [...spans].map(([name, own]) => [name, { ...exported, spans: own }]),
  );
}
