import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from "react";
import type { AccessCell } from "../../state/view.ts";
import { accessText } from "../../text/access.ts";
import { useLatest } from "../../ui/use-latest.ts";
import { columnWith, type ShownColumn } from "./columns.ts";
import { movedPlace, type GridPlace } from "./grid-moves.ts";
import type { Line } from "./lines.ts";
import { isExpandable, MatrixHead } from "./matrix-head.tsx";
import { MatrixLine } from "./matrix-row.tsx";
import { drawnColumns, drawnLines, type Seen } from "./window.ts";
import type { Access } from "./use-access.ts";

/** What the matrix shows. */
export interface MatrixProps {
  readonly name: string;
  readonly access: Access;
  readonly lines: readonly Line[];
  readonly columns: readonly ShownColumn[];
  readonly openColumns: ReadonlySet<string>;
  readonly selected: AccessCell | null;
  readonly on: MatrixEvents;
  readonly box: RefObject<HTMLDivElement | null>;
}

/** What can be done in the matrix. */
export interface MatrixEvents {
  readonly select: (cell: AccessCell) => void;
  readonly toggleColumn: (id: string) => void;
  readonly toggleGroup: (id: string) => void;
  readonly toggleFold: (id: string) => void;
  /** Enter: goes to what changes the cell. */
  readonly enter: () => void;
  /** T: tests the request of the cell. */
  readonly test: () => void;
}

/** Principals by capabilities: one tab stop, arrows move in it and explain. */
export function Matrix(props: MatrixProps) {
  const { name, access, lines, columns, openColumns, box: scroll } = props;
  const seen = useSeen(scroll);
  const { place, moveTo, settle } = usePlace(props, scroll);
  const { selectedLine, selectedColumn } = selectionIn(props);
  const handlers = {
    ...useHandlers(props, place, moveTo),
    onFocus: (event: FocusEvent<HTMLElement>) =>
      settle(stopAt(event.target, lines)),
  };
  const stop = stopOf(place, columns);
  const [from, to] = drawnColumns(columns.length, seen);
  return (
    <div className="matrix-scroll" ref={scroll}>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid pattern of the APG on the element that has rows and cells
        role="grid"
        className="matrix"
        aria-label={accessText.grid(name)}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        style={{ minWidth: widthOf(columns) }}
        {...handlers}
      >
        <colgroup>
          <col className="matrix-col-name" />
          {columns.map(({ id }) => (
            <col key={id} />
          ))}
        </colgroup>
        <MatrixHead
          all={access.columns}
          columns={columns}
          open={openColumns}
          stop={place.line < 0 ? stop : undefined}
          selected={selectedColumn}
        />
        <tbody>
          {drawnLines(lines, seen, place.line).map((drawn) => {
            if ("gap" in drawn)
              return (
                <tr
                  key={`gap ${drawn.before}`}
                  aria-hidden="true"
                  style={{ height: drawn.gap }}
                />
              );
            const line = lines[drawn.line];
            return (
              line && (
                <MatrixLine
                  key={`${line.kind} ${line.id}`}
                  line={line}
                  place={drawn.line}
                  columns={columns}
                  statements={access.statements}
                  from={from}
                  to={to}
                  stop={drawn.line === place.line ? stop : undefined}
                  selected={
                    drawn.line === selectedLine ? selectedColumn : undefined
                  }
                />
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The least width of the matrix: names of single actions take more than those of columns. */
function widthOf(columns: readonly ShownColumn[]): number {
  return columns.reduce(
    (width, { action }) => width + (action === null ? 66 : 92),
    150,
  );
}

function stopOf(
  { column }: GridPlace,
  columns: readonly ShownColumn[],
): string {
  return column < 0 ? "" : (columns[column]?.id ?? "");
}

/** Where the selected cell stands among what is shown. */
function selectionIn({
  selected,
  lines,
  columns,
  access,
}: Pick<MatrixProps, "selected" | "lines" | "columns" | "access">) {
  const column =
    selected === null
      ? undefined
      : columnWith(columns, access.columns, selected.column);
  return {
    selectedLine: lines.findIndex(
      (line) => line.kind === "row" && line.id === selected?.row,
    ),
    selectedColumn: column?.id,
  };
}

/** A place by names, which stay when lines come and go. */
interface Stop {
  readonly line: string;
  readonly column: string;
}

/** The tab stop: where arrows or the pointer led, else the cell that is selected, else the first cell. */
function usePlace(
  props: MatrixProps,
  scroll: RefObject<HTMLDivElement | null>,
) {
  const { lines, columns, on } = props;
  const [wandered, setWandered] = useState<Stop | null>(null);
  const place =
    placeOf(wandered, props) ??
    placeOf(selectedStop(props), props) ??
    firstPlace(props);
  const wantsFocus = useRef(false);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const target = scroll.current?.querySelector<HTMLElement>(
      selectorOf(place, props),
    );
    target?.focus();
    target?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  return {
    place,
    settle: setWandered,
    moveTo: (next: GridPlace) => {
      wantsFocus.current = true;
      const line = lines[next.line];
      const column = columns[next.column];
      setWandered({ line: nameOfLine(line), column: column?.id ?? "" });
      if (line?.kind === "row" && column !== undefined)
        on.select({ row: line.id, column: column.id });
    },
  };
}

/** The stop that has the focus. */
function stopAt(target: EventTarget, lines: readonly Line[]): Stop | null {
  const button = buttonOf(target);
  if (button === null) return null;
  const { line, column = "" } = button.dataset;
  return { line: nameOfLine(lines[Number(line)]), column };
}

function nameOfLine(line: Line | undefined): string {
  return line === undefined ? "" : `${line.kind} ${line.id}`;
}

function selectedStop(props: MatrixProps): Stop | null {
  const { selectedColumn } = selectionIn(props);
  const { selected } = props;
  return selected === null || selectedColumn === undefined
    ? null
    : { line: `row ${selected.row}`, column: selectedColumn };
}

/** Where a stop is now; undefined where it is gone. */
function placeOf(
  stop: Stop | null,
  { lines, columns }: MatrixProps,
): GridPlace | undefined {
  if (stop === null) return undefined;
  const line = lines.findIndex((one) => nameOfLine(one) === stop.line);
  const column = columns.findIndex(({ id }) => id === stop.column);
  const isThere =
    (line >= 0 || stop.line === "") && (column >= 0 || stop.column === "");
  return isThere ? { line, column } : undefined;
}

function firstPlace({ lines }: MatrixProps): GridPlace {
  const row = lines.findIndex(({ kind }) => kind === "row");
  return { line: Math.max(0, row), column: 0 };
}

function selectorOf(place: GridPlace, { lines, columns }: MatrixProps): string {
  const column = stopOf(place, columns);
  const line = `[data-line="${place.line}"]`;
  return column === "" || lines[place.line]?.kind === "group"
    ? line
    : `${line}[data-column="${CSS.escape(column)}"]`;
}

function useHandlers(
  { lines, columns, access, on }: MatrixProps,
  place: GridPlace,
  moveTo: (place: GridPlace) => void,
) {
  const onClick = useLatest((event: MouseEvent<HTMLElement>) => {
    const button = buttonOf(event.target);
    if (button === null) return;
    const { line, column, head, group, fold } = button.dataset;
    if (head !== undefined) return on.toggleColumn(head);
    if (group !== undefined) return on.toggleGroup(group);
    if (fold !== undefined) return on.toggleFold(fold);
    moveTo({
      line: Number(line),
      column: columns.findIndex(({ id }) => id === column),
    });
  });
  const onKeyDown = useLatest((event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    if (buttonOf(event.target) === null) return;
    const isCell = lines[place.line]?.kind === "row" && place.column >= 0;
    if (isCell && !event.ctrlKey && acts(event, on)) return;
    const name = event.ctrlKey ? `Ctrl+${event.key}` : event.key;
    const next = movedPlace(place, name, {
      lines: lines.length,
      columns: columns.length,
      hasName: (at) => {
        const line = lines[at];
        return line?.kind === "row" && line.alike.length > 0;
      },
      hasHead: (at) => {
        const column = columns[at];
        return column !== undefined && isExpandable(access.columns[column.of]);
      },
    });
    if (next === undefined) return;
    event.preventDefault();
    moveTo(next);
  });
  return { onClick, onKeyDown };
}

function acts(event: KeyboardEvent, on: MatrixEvents): boolean {
  if (event.key !== "Enter" && event.key.toLowerCase() !== "t") return false;
  event.preventDefault();
  if (event.key === "Enter") on.enter();
  else on.test();
  return true;
}

function buttonOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element
    ? target.closest<HTMLElement>("button[data-line]")
    : null;
}

/** The part of the matrix that is seen. */
function useSeen(scroll: RefObject<HTMLDivElement | null>): Seen {
  const [seen, setSeen] = useState<Seen>({
    top: 0,
    height: 800,
    left: 0,
    width: 0,
    whole: 0,
  });
  useEffect(() => {
    const box = scroll.current;
    if (box === null) return undefined;
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() =>
        setSeen({
          top: box.scrollTop,
          height: box.clientHeight,
          left: box.scrollLeft,
          width: box.clientWidth,
          whole: box.scrollWidth,
        }),
      );
    };
    const resized = new ResizeObserver(() => {
      look();
      // The panel below took its room: the cell it is about stays in sight.
      const { activeElement } = document;
      if (box.contains(activeElement))
        activeElement?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    resized.observe(box);
    box.addEventListener("scroll", look, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      box.removeEventListener("scroll", look);
    };
  }, [scroll]);
  return seen;
}
