import type { MatrixColumn } from "../../../core/index.ts";
import { accessText } from "../../text/access.ts";
import { classNames } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons.tsx";
import type { ShownColumn } from "./columns.ts";
import { isFirstOfGroup } from "./matrix-row.tsx";

interface Props {
  readonly all: readonly MatrixColumn[];
  readonly columns: readonly ShownColumn[];
  readonly open: ReadonlySet<string>;
  /** The column that has the tab stop; undefined where it is below. */
  readonly stop: string | undefined;
  /** The column whose cell is explained. */
  readonly selected: string | undefined;
}

/** The heads of the columns: their groups, their names, and the actions of those that are open. */
export function MatrixHead({ all, columns, open, stop, selected }: Props) {
  const groups = ["use", "manage"] as const;
  return (
    <thead>
      <tr aria-hidden="true" className="matrix-groups">
        <td>{accessText.principals}</td>
        {groups.map((group) => {
          const span = columns.filter(
            (column) => column.group === group,
          ).length;
          return (
            span > 0 && (
              <td
                key={group}
                colSpan={span}
                className={classNames(group === "manage" && "matrix-gap")}
              >
                {accessText.columnGroups[group]}
              </td>
            )
          );
        })}
      </tr>
      <tr aria-rowindex={1} className="matrix-columns">
        <th scope="col">
          <span className="visually-hidden">{accessText.principal}</span>
        </th>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            className={classNames(
              isFirstOfGroup(columns, column) && "matrix-gap",
              selected === column.id && "matrix-column-selected",
            )}
          >
            <ColumnHead
              column={column}
              of={all[column.of]}
              isOpen={open.has(all[column.of]?.id ?? "")}
              hasStop={stop === column.id}
            />
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The column has several actions that can be shown on their own. */
export function isExpandable(column: MatrixColumn | undefined): boolean {
  return column !== undefined && column.actions.length > 1;
}

function ColumnHead({
  column,
  of,
  isOpen,
  hasStop,
}: {
  readonly column: ShownColumn;
  readonly of: MatrixColumn | undefined;
  readonly isOpen: boolean;
  readonly hasStop: boolean;
}) {
  if (of === undefined) return null;
  if (!isExpandable(of))
    return (
      <span className="matrix-head" title={of.actions.join("\n")}>
        <span className="matrix-head-name">{column.label}</span>
      </span>
    );
  const isFirst = isOpen && of.actions[0] === column.action;
  const hint = isOpen
    ? accessText.collapse(of.label)
    : accessText.expand(of.label, of.actions.length);
  return (
    <button
      type="button"
      className="matrix-head"
      tabIndex={hasStop ? 0 : -1}
      aria-expanded={isOpen}
      title={isOpen ? hint : `${hint}\n${of.actions.join("\n")}`}
      data-head={of.id}
      data-line={-1}
      data-column={column.id}
    >
      {isFirst && <span className="matrix-of">{of.label}</span>}
      <span className="matrix-head-name">{broken(column.label)}</span>
      <Icon name={isOpen ? "down" : "right"} size={10} />
    </button>
  );
}

/** A name that may break before each of its words. */
function broken(name: string) {
  return name
    .split(/(?=[A-Z][a-z])/)
    .map((part, index) => [index > 0 && <wbr key={part} />, part]);
}
