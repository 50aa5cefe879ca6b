import type { ActionCell, CellState, MatrixCell } from "../../../core/index.ts";
import { accessText } from "../../text/access.ts";
import type { StatementFacts } from "./statement-facts.ts";

/** What a cell says to the eye and to the ear. */
export interface CellWords {
  readonly word: string;
  /** Begins with the word. */
  readonly spoken: string;
  /** How many of the actions have the state, where not all have. */
  readonly share: string;
}

/** The words of a cell. */
export function wordsOfCell(
  cell: MatrixCell,
  statements: readonly StatementFacts[],
): CellWords {
  const { kind, share, actions } = cell;
  const word = wordOfCell(cell, statements);
  const isMixed = share < actions.length;
  const meaning = accessText.spoken[kind];
  const ratio = isMixed ? `${share}/${actions.length}` : "";
  const seen = isMixed ? accessText.shareOf(word, ratio) : word;
  const parts = [
    word.toLowerCase() === meaning ? seen : `${seen}, ${meaning}`,
    ...(hasConditions(cell) && kind !== "conditional"
      ? [accessText.underConditions]
      : []),
    ...(cell.binds ? [] : [accessText.otherwiseIam]),
  ];
  return {
    word,
    spoken: parts.join(", "),
    share: ratio,
  };
}

function hasConditions({ kind, isConditional }: CellState): boolean {
  return kind !== "denied" && isConditional === true;
}

function wordOfCell(
  cell: MatrixCell,
  statements: readonly StatementFacts[],
): string {
  const { kind, actions } = cell;
  if (kind !== "conditional" && kind !== "needs-iam")
    return accessText.words[kind];
  if (!hasConditions(cell)) return accessText.words[kind];
  return (
    conditionWord(
      actions.filter((one) => one.kind === kind),
      statements,
    ) ?? accessText.words[kind]
  );
}

/** The conditions of the statements behind some actions in a word: the one there is, or how many. */
function conditionWord(
  actions: readonly ActionCell[],
  statements: readonly StatementFacts[],
): string | undefined {
  const indexes = new Set(actions.flatMap((one) => one.statements));
  const shorts = new Set(
    statements
      .filter(({ index, short }) => indexes.has(index) && short !== "")
      .map(({ short }) => short),
  );
  const [only] = shorts;
  return shorts.size > 1 ? accessText.several(shorts.size) : only;
}
