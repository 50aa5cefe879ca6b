import type { Exported, Severity, Span } from "../../core/index.ts";
import { codeDraft } from "./code-text.ts";
import { exportedOf, linesWrittenBy, lineStarts } from "./export.ts";
import { designOf, findingsOf, latest } from "./selectors.ts";
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
  return result.ok ? ofDesign(asked(result.value, designOf(state))) : none;
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
  readonly design: ReturnType<typeof designOf>;
}

let last: Asked | undefined;

/** The same object for the same question. */
function asked(exported: Exported, design: Asked["design"]): Asked {
  if (last?.exported !== exported || last.design !== design)
    last = { exported, design };
  return last;
}

/** Findings stand at the first line that their place wrote. */
const ofDesign = latest(({ exported, design }: Asked) => {
  const starts = lineStarts(exported.text);
  return findingsOf(design).flatMap(
    ({ path, severity, message, help }): readonly CodeMarker[] => {
      const [range] = linesWrittenBy(exported, path);
      const start = range && starts[range.first - 1];
      if (range === undefined || start === undefined) return [];
      const end = (starts[range.first] ?? exported.text.length + 1) - 1;
      return [{ start, end, severity, message: `${message}; ${help}` }];
    },
  );
});
