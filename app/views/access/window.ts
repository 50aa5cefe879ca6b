/** How high the lines of the matrix are, in pixels; the style sheet says the same. */
export const heights = { row: 39, group: 32 } as const;

/** Fewer lines than this are all drawn. */
const few = 60;

/** Lines beyond the edges that are drawn ahead. */
const ahead = 6;

/** What is drawn: lines by their places, and gaps in pixels for those that are not. */
export type Drawn =
  { readonly line: number } | { readonly gap: number; readonly before: number };

/** The part of the matrix that is seen, in pixels. */
export interface Seen {
  readonly top: number;
  readonly height: number;
  readonly left: number;
  readonly width: number;
  /** How wide all of it is. */
  readonly whole: number;
}

/** Fewer columns than this are all drawn. */
const fewColumns = 16;

/** Columns are drawn so many at a time. */
const step = 3;

/** The columns whose cells are drawn: from one place up to before another. */
export function drawnColumns(
  count: number,
  { left, width, whole }: Seen,
): readonly [from: number, to: number] {
  if (count <= fewColumns || whole === 0) return [0, count];
  const one = whole / count;
  const from = Math.floor(left / one / step) * step - step;
  const to = Math.ceil((left + width) / one / step) * step + step;
  return [Math.max(0, from), Math.min(count, to)];
}

/** The lines that are drawn: those that are seen, and the one that has the focus. */
export function drawnLines(
  lines: readonly { readonly kind: keyof typeof heights }[],
  { top, height }: Pick<Seen, "top" | "height">,
  focused: number,
): readonly Drawn[] {
  if (lines.length <= few) return lines.map((_, line) => ({ line }));
  const drawn: Drawn[] = [];
  const margin = ahead * heights.row;
  let at = 0;
  let gap = 0;
  for (const [line, { kind }] of lines.entries()) {
    const end = at + heights[kind];
    const isSeen = end > top - margin && at < top + height + margin;
    if (isSeen || line === focused) {
      if (gap > 0) drawn.push({ gap, before: line });
      gap = 0;
      drawn.push({ line });
    } else gap += heights[kind];
    at = end;
  }
  if (gap > 0) drawn.push({ gap, before: lines.length });
  return drawn;
}
