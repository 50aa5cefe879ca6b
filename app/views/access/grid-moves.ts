/** A place of the matrix: a line by its place, -1 for the heads, and a column by its place, -1 for the name of the line. */
export interface GridPlace {
  readonly line: number;
  readonly column: number;
}

/** How far the matrix goes, and what can be reached in a line. */
export interface GridSize {
  readonly lines: number;
  readonly columns: number;
  /** The name of the line can be reached: it does something. */
  readonly hasName: (line: number) => boolean;
  /** The head of the column can be reached: it does something. */
  readonly hasHead: (column: number) => boolean;
}

/** How many lines a page is. */
const page = 10;

/** Where a key leads to; undefined where it leads nowhere. */
export function movedPlace(
  { line, column }: GridPlace,
  key: string,
  { lines, columns, hasName, hasHead }: GridSize,
): GridPlace | undefined {
  if (line < 0) {
    const heads = Array.from({ length: columns }, (_, at) => at).filter(
      hasHead,
    );
    const to = headMoves[key]?.(heads, column);
    if (to !== undefined) return { line, column: to };
    if (key === "ArrowUp" || key in headMoves) return undefined;
  } else if (line === 0 && key === "ArrowUp" && !hasHead(column))
    return undefined;
  const first = (at: number) => (hasName(at) ? -1 : 0);
  const place = (toLine: number, toColumn: number): GridPlace => {
    const at = clamp(toLine, hasHead(column) ? -1 : 0, lines - 1);
    return { line: at, column: clamp(toColumn, first(at), columns - 1) };
  };
  const moves: Readonly<Record<string, () => GridPlace>> = {
    ArrowUp: () => place(line - 1, column),
    ArrowDown: () => place(line + 1, column),
    ArrowLeft: () => place(line, column - 1),
    ArrowRight: () => place(line, column + 1),
    Home: () => place(line, first(line)),
    End: () => place(line, columns - 1),
    "Ctrl+Home": () => place(0, first(0)),
    "Ctrl+End": () => place(lines - 1, columns - 1),
    PageUp: () => place(Math.max(0, line - page), column),
    PageDown: () => place(line + page, column),
  };
  return moves[key]?.();
}

/** Along the heads. */
const headMoves: Readonly<
  Record<
    string,
    (heads: readonly number[], column: number) => number | undefined
  >
> = {
  ArrowLeft: (heads, column) => heads.findLast((at) => at < column),
  ArrowRight: (heads, column) => heads.find((at) => at > column),
  Home: (heads) => heads[0],
  End: (heads) => heads.at(-1),
};

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}
