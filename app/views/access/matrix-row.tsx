import { memo } from "react";
import type { MatrixCell } from "../../../core/index.ts";
import { accessText } from "../../text/access.ts";
import { classNames } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons.tsx";
import { wordsOfCell } from "./cell-words.ts";
import { cellIn, type ShownColumn } from "./columns.ts";
import type { AccessRow, Line } from "./lines.ts";
import { StateIcon } from "./state-icon.tsx";
import type { StatementFacts } from "./statement-facts.ts";

/** A line of the matrix and what is chosen in it; the same props draw the same. */
export interface MatrixLineProps {
  readonly line: Line;
  readonly place: number;
  readonly columns: readonly ShownColumn[];
  readonly statements: readonly StatementFacts[];
  /** The columns whose cells are drawn, by their places; others are out of sight. */
  readonly from: number;
  readonly to: number;
  /** The column that has the tab stop, "" for the name; undefined where it is in another line. */
  readonly stop: string | undefined;
  /** The column whose cell is explained. */
  readonly selected: string | undefined;
}

/** A group, or a principal with what it may do. */
export const MatrixLine = memo(function MatrixLine(props: MatrixLineProps) {
  return props.line.kind === "group" ? (
    <GroupLine {...props} line={props.line} />
  ) : (
    <PrincipalLine {...props} line={props.line} />
  );
});

function GroupLine({
  line: { group, count, isOpen },
  place,
  columns,
  stop,
}: MatrixLineProps & { readonly line: Line & { readonly kind: "group" } }) {
  const label = accessText.groups[group];
  return (
    <tr className="matrix-group" aria-rowindex={place + 2}>
      <th
        colSpan={columns.length + 1}
        scope="rowgroup"
        aria-label={accessText.group(label, count)}
      >
        <button
          type="button"
          className="matrix-group-button"
          tabIndex={stop === undefined ? -1 : 0}
          aria-expanded={isOpen}
          data-group={group}
          data-line={place}
        >
          <Icon name={isOpen ? "down" : "right"} size={12} />
          {label}
          <span className="matrix-count">{count}</span>
        </button>
      </th>
    </tr>
  );
}

function PrincipalLine({
  line: { row, alike, isOpen },
  place,
  columns,
  statements,
  from,
  to,
  stop,
  selected,
}: MatrixLineProps & { readonly line: Line & { readonly kind: "row" } }) {
  return (
    <tr
      className={classNames(
        "matrix-row",
        selected !== undefined && "matrix-row-selected",
      )}

      aria-rowindex={place + 2}
    >
      <th scope="row">
        <RowName
          row={row}
          alike={alike}
          isOpen={isOpen}
          stop={stop}
          place={place}
        />
      </th>
      {columns.map((column, at) => (
        <td
          key={column.id}
          className={classNames(
            isFirstOfGroup(columns, column) && "matrix-gap",
          )}
          aria-selected={column.id === selected}
        >
          {((at >= from && at < to) || column.id === stop) && (
            <Cell
              row={row}
              column={column}
              statements={statements}
              hasStop={stop === column.id}
              isSelected={selected === column.id}
              place={place}
            />
          )}
        </td>
      ))}
    </tr>
  );
}

/** The groups of columns stand apart. */
export function isFirstOfGroup(
  columns: readonly ShownColumn[],
  column: ShownColumn,
): boolean {
  const at = columns.indexOf(column);
  return at > 0 && columns[at - 1]?.group !== column.group;
}

function RowName({
  row: { id, name, detail, icon, text },
  alike,
  isOpen,
  stop,
  place,
}: {
  readonly row: AccessRow;
  readonly alike: readonly AccessRow[];
  readonly isOpen: boolean;
  readonly stop: string | undefined;
  readonly place: number;
}) {
  return (
    <span className="matrix-name" title={text === "" ? name : text}>
      <Icon name={icon} size={15} />
      <span className="matrix-who">
        <b>{name}</b>
        <span className="matrix-detail">
          {alike.length === 0 ? (
            detail
          ) : (
            <button
              type="button"
              className="matrix-fold"
              tabIndex={stop === "" ? 0 : -1}
              aria-expanded={isOpen}
              data-fold={id}
              data-line={place}
              title={alike.map((one) => one.name).join(", ")}
            >
              {accessText.alike(alike.length)}
            </button>
          )}
        </span>
      </span>
    </span>
  );
}

function Cell({
  row,
  column,
  statements,
  hasStop,
  isSelected,
  place,
}: {
  readonly row: AccessRow;
  readonly column: ShownColumn;
  readonly statements: readonly StatementFacts[];
  readonly hasStop: boolean;
  readonly isSelected: boolean;
  readonly place: number;
}) {
  const cell = cellIn(row.cells, column);
  const words = cell && wordsOfCell(cell, statements);
  const says = words?.spoken ?? accessText.pending;
  return (
    <button
      type="button"
      className={classNames(
        "cell",
        ...classesOf(cell),
        isSelected && "cell-selected",
      )}
      tabIndex={hasStop ? 0 : -1}
      aria-label={`${row.name}, ${column.label}: ${says}`}
      title={says}
      data-line={place}
      data-column={column.id}
    >
      {cell && <StateIcon kind={cell.kind} />}
      <span className="cell-word">{words?.word}</span>{" "}
      {words?.share && <span className="cell-share">{words.share}</span>}
    </button>
  );
}

function classesOf(cell: MatrixCell | undefined) {
  if (cell === undefined) return ["cell-pending"];
  const { kind, binds, share, actions } = cell;
  return [
    `cell-${kind}`,
    !binds && "cell-open",
    share < actions.length && "cell-mixed",
  ];
}
