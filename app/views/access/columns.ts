import type {
  KmsAction,
  MatrixCell,
  MatrixColumn,
} from "../../../core/index.ts";

/** A column as it is shown: several actions as one, or one action. */
export interface ShownColumn {
  /** The id of the column, or the action. */
  readonly id: string;
  readonly label: string;
  readonly group: MatrixColumn["group"];
  /** The column of the matrix, by its place. */
  readonly of: number;
  readonly action: KmsAction | null;
}

/** The columns with those that are open as their actions. */
export function shownColumns(
  columns: readonly MatrixColumn[],
  open: ReadonlySet<string>,
): readonly ShownColumn[] {
  return columns.flatMap(
    ({ id, label, group, actions }, of): readonly ShownColumn[] =>
      open.has(id)
        ? actions.map((action) => ({
            id: action,
            label: action.slice("kms:".length),
            group,
            of,
            action,
          }))
        : [{ id, label, group, of, action: null }],
  );
}

/** The cell of a row in a column that is shown; undefined as long as it is not worked out. */
export function cellIn(
  cells: readonly MatrixCell[] | undefined,
  { of, action }: ShownColumn,
): MatrixCell | undefined {
  const cell = cells?.[of];
  if (action === null || cell === undefined) return cell;
  const one = cell.actions.find((known) => known.action === action);
  return one && { ...one, share: 1, actions: [one] };
}

/** The column that a cell is in, also where only another form of it is shown. */
export function columnWith(
  columns: readonly ShownColumn[],
  all: readonly MatrixColumn[],
  id: string,
): ShownColumn | undefined {
  const shown = columns.find((column) => column.id === id);
  if (shown !== undefined) return shown;
  const of = all.findIndex(
    (column) =>
      column.id === id || column.actions.some((action) => action === id),
  );
  return columns.find((column) => column.of === of);
}
