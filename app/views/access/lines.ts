import type { MatrixCell, RowGroup, RowHead } from "../../../core/index.ts";
import type { AccessFilter, AccessOrder } from "../../state/view.ts";
import type { RowWords } from "./row-words.ts";

/** A principal with what it may do, as far as that is worked out. */
export interface AccessRow extends RowHead, RowWords {
  readonly cells: readonly MatrixCell[] | undefined;
}

/** A line of the matrix. */
export type Line =
  | {
      readonly kind: "group";
      readonly id: string;
      readonly group: RowGroup;
      readonly count: number;
      readonly isOpen: boolean;
    }
  | {
      readonly kind: "row";
      readonly id: string;
      readonly row: AccessRow;
      /** Others with the same access that are folded into this line, or follow it. */
      readonly alike: readonly AccessRow[];
      readonly isOpen: boolean;
    };

/** What the person chose to see. */
export interface Choice {
  readonly search: string;
  readonly filter: AccessFilter;
  readonly order: AccessOrder;
  /** Groups that are closed. */
  readonly closed: ReadonlySet<string>;
  /** Lines of principals with the same access that are open. */
  readonly unfolded: ReadonlySet<string>;
}

/** The conditions of some statements, as a text that is the same for the same conditions. */
export type ConditionsOf = (statements: readonly number[]) => string;

/** Below this number of principals nobody is folded away. */
const manyRows = 40;

const groups: readonly RowGroup[] = [
  "account",
  "cross-account",
  "organization",
  "service",
  "public",
];

/** The lines of the matrix. */
export function linesOf(
  rows: readonly AccessRow[],
  choice: Choice,
  conditionsOf: ConditionsOf,
): readonly Line[] {
  const shown = chosen(rows, choice);
  const folded =
    shown.length > manyRows
      ? (row: AccessRow) => signatureOf(row, conditionsOf)
      : ({ id }: AccessRow) => id;
  return groups.flatMap((group): readonly Line[] => {
    const members = shown.filter((row) => row.group === group);
    if (members.length === 0) return [];
    const isOpen = !choice.closed.has(group);
    return [
      { kind: "group", id: group, group, count: members.length, isOpen },
      ...(isOpen ? rowLines(members, folded, choice.unfolded) : []),
    ];
  });
}

/** The principals that are to be shown, in their order. */
export function chosen(
  rows: readonly AccessRow[],
  { search, filter, order }: Pick<Choice, "search" | "filter" | "order">,
): readonly AccessRow[] {
  const wanted = search.trim().toLowerCase();
  const found = rows.filter(
    (row) =>
      `${row.name} ${row.text} ${row.detail}`.toLowerCase().includes(wanted) &&
      passes[filter](row),
  );
  return order === "policy" ? found : found.toSorted(byOrder[order]);
}

const loud: ReadonlySet<MatrixCell["kind"]> = new Set([
  "allowed",
  "conditional",
  "needs-iam",
]);

const passes: Readonly<Record<AccessFilter, (row: AccessRow) => boolean>> = {
  all: () => true,
  can: ({ cells = [] }) => cells.some(({ kind }) => loud.has(kind)),
  conditional: ({ cells = [] }) =>
    cells.some(({ kind, isConditional }) => isConditional && loud.has(kind)),
  "not-binding": ({ cells = [] }) => cells.some(({ binds }) => !binds),
};

const byOrder: Readonly<
  Record<Exclude<AccessOrder, "policy">, (a: AccessRow, b: AccessRow) => number>
> = {
  name: (a, b) => a.name.localeCompare(b.name, "en"),
  access: (a, b) => weightOf(b) - weightOf(a),
};

const weights: Readonly<Record<MatrixCell["kind"], number>> = {
  allowed: 8,
  conditional: 6,
  "needs-iam": 5,
  unknown: 3,
  delegated: 2,
  none: 0,
  denied: 0,
};

function weightOf({ cells = [] }: AccessRow): number {
  return cells
    .flatMap(({ actions }) => actions)
    .reduce((sum, { kind }) => sum + weights[kind], 0);
}

function rowLines(
  rows: readonly AccessRow[],
  accessOf: (row: AccessRow) => string,
  unfolded: ReadonlySet<string>,
): readonly Line[] {
  const alike = new Map<string, AccessRow[]>();
  for (const row of rows) {
    const access = accessOf(row);
    const known = alike.get(access);
    if (known === undefined) alike.set(access, [row]);
    else known.push(row);
  }
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const isOpen = others.length > 0 && unfolded.has(first.id);
    return [
      rowLine(first, others, isOpen),
      ...(isOpen ? others.map((row) => rowLine(row, [], false)) : []),
    ];
  });
}

function rowLine(
  row: AccessRow,
  alike: readonly AccessRow[],
  isOpen: boolean,
): Line {
  return { kind: "row", id: row.id, row, alike, isOpen };
}

/** The same for principals that may do the same, in the same way. */
function signatureOf(
  { id, kind, cells }: AccessRow,
  conditionsOf: ConditionsOf,
): string {
  if (cells === undefined) return id;
  return JSON.stringify([
    kind,
    cells.map((cell) =>
      cell.actions.map(({ kind: state, binds, isConditional, statements }) => [
        state,
        binds,
        isConditional === true ? conditionsOf(statements) : "",
      ]),
    ),
  ]);
}
