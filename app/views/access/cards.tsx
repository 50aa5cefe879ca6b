import { useState } from "react";
import type { CellState } from "../../../core/index.ts";
import type { AccessCell } from "../../state/view.ts";
import { accessText } from "../../text/access.ts";
import { Icon } from "../../ui/icons.tsx";
import { wordsOfCell } from "./cell-words.ts";
import { cellIn, type ShownColumn } from "./columns.ts";
import type { AccessRow, Line } from "./lines.ts";
import type { MatrixEvents } from "./matrix.tsx";
import { StateIcon } from "./state-icon.tsx";
import type { Access } from "./use-access.ts";

interface Props {
  readonly access: Access;
  readonly lines: readonly Line[];
  readonly columns: readonly ShownColumn[];
  readonly selected: AccessCell | null;
  readonly on: MatrixEvents;
}

/** Where there is no room for the matrix: a card for each principal, what they can do by its state. */
export function Cards(props: Props) {
  const { lines, on } = props;
  return (
    <div className="cards">
      {lines.map((line) =>
        line.kind === "group" ? (
          <h3 key={line.id} className="cards-group">
            <button
              type="button"
              className="matrix-group-button"
              aria-expanded={line.isOpen}
              onClick={() => on.toggleGroup(line.id)}
            >
              <Icon name={line.isOpen ? "down" : "right"} size={12} />
              {accessText.groups[line.group]}
              <span className="matrix-count">{line.count}</span>
            </button>
          </h3>
        ) : (
          <Card key={line.id} {...props} line={line} />
        ),
      )}
    </div>
  );
}

function Card({
  access,
  columns,
  selected,
  on,
  line,
}: Props & { readonly line: Line & { readonly kind: "row" } }) {
  const { row, alike, isOpen: isUnfolded } = line;
  const [isOpen, setIsOpen] = useState(false);
  const said = saidOf(row, columns, access);
  return (
    <section className="card" aria-label={accessText.card(row.name)}>
      <button
        type="button"
        className="card-head"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name={row.icon} size={15} />
        <b>{row.name}</b>
        <span className="card-detail">{row.detail}</span>
        <Icon name={isOpen ? "down" : "right"} size={14} />
      </button>
      {isOpen ? (
        <ul className="card-cells">
          {said.map(({ column, kind, word, spoken }) => (
            <li key={column.id}>
              <button
                type="button"
                className={`card-cell cell-${kind}`}
                aria-label={`${row.name}, ${column.label}: ${spoken}`}
                aria-pressed={
                  selected?.row === row.id && selected.column === column.id
                }
                onClick={({ currentTarget }) => {
                  on.select({ row: row.id, column: column.id });
                  // The panel below takes its room: the card stays in sight.
                  requestAnimationFrame(() =>
                    currentTarget.scrollIntoView({ block: "nearest" }),
                  );
                }}
              >
                <StateIcon kind={kind} />
                <b>{word}</b>
                <span className="card-columns">{column.label}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <ul className="card-states">
          {byWord(said).map(({ kind, word, labels }) => (
            <li key={word}>
              <span className={`card-state card-${kind}`}>
                <StateIcon kind={kind} />
                <b>{word}</b>
              </span>
              <span className="card-columns">
                {labels.length === said.length
                  ? accessText.everything
                  : labels.join(", ")}
              </span>
            </li>
          ))}
        </ul>
      )}
      {alike.length > 0 && (
        <button
          type="button"
          className="matrix-fold"
          aria-expanded={isUnfolded}
          onClick={() => on.toggleFold(row.id)}
        >
          {accessText.alike(alike.length)}
        </button>
      )}
    </section>
  );
}

/** What a principal can do with a column, in words. */
interface Said {
  readonly column: ShownColumn;
  readonly kind: CellState["kind"];
  readonly word: string;
  readonly spoken: string;
  /** The column, with how many of its actions. */
  readonly label: string;
}

function saidOf(
  row: AccessRow,
  columns: readonly ShownColumn[],
  { statements }: Access,
): readonly Said[] {
  return columns.flatMap((column) => {
    const cell = cellIn(row.cells, column);
    if (cell === undefined) return [];
    const { word, spoken, share } = wordsOfCell(cell, statements);
    const name = column.label.toLowerCase();
    return [
      {
        column,
        kind: cell.kind,
        word: capitalised(word),
        spoken,
        label: share === "" ? name : `${name} (${share})`,
      },
    ];
  });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The columns by the word that is said of them. */
function byWord(said: readonly Said[]) {
  const words = new Map<
    string,
    { kind: CellState["kind"]; word: string; labels: string[] }
  >();
  for (const { kind, word, label } of said) {
    const known = words.get(word);
    if (known === undefined) words.set(word, { kind, word, labels: [label] });
    else known.labels.push(label);
  }
  return [...words.values()];
}
