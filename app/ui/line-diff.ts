/** A line of two texts: of both, or of one of them. */
export interface DiffLine {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** The lines of two texts beside each other are compared in this many steps at most; then they are different as a whole. */
const mostEdits = 500;

/** What must be added to and removed from the lines of a text to get another: as few lines as can be. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const a = before.split("\n");
  const b = after.split("\n");
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start])
    start += 1;
  let end = 0;
  while (
    end < Math.min(a.length, b.length) - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  )
    end += 1;
  return [
    ...a.slice(0, start).map(same),
    ...shortest(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ];
}

/** Source: Myers, "An O(ND) Difference Algorithm and Its Variations", 1986. */
function shortest(
  a: readonly string[],
  b: readonly string[],
): readonly DiffLine[] {
  if (a.length === 0 || b.length === 0) return [...removed(a), ...added(b)];
  const trail: ReadonlyMap<number, number>[] = [];
  let reached = new Map([[1, 0]]);
  for (let edits = 0; edits <= mostEdits; edits += 1) {
    trail.push(reached);
    reached = new Map(reached);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = stepTo(reached, diagonal, edits);
      while (
        x < a.length &&
        x - diagonal < b.length &&
        a[x] === b[x - diagonal]
      )
        x += 1;
      reached.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length)
        return wayBack(trail, a, b);
    }
  }
  return [...removed(a), ...added(b)];
}

/** How far into the first text one gets on a diagonal from its neighbours: by adding a line, or by removing one. */
function stepTo(
  reached: ReadonlyMap<number, number>,
  diagonal: number,
  edits: number,
): number {
  const byAdding = reached.get(diagonal + 1) ?? -1;
  const byRemoving = reached.get(diagonal - 1) ?? -1;
  return isByAdding({ byAdding, byRemoving }, diagonal, edits)
    ? byAdding
    : byRemoving + 1;
}

function isByAdding(
  { byAdding, byRemoving }: { byAdding: number; byRemoving: number },
  diagonal: number,
  edits: number,
): boolean {
  return diagonal === -edits || (diagonal !== edits && byRemoving < byAdding);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** From the ends of both texts back to their beginnings, and then the lines on the way. */
function wayBack(
  trail: readonly ReadonlyMap<number, number>[],
  a: readonly string[],
  b: readonly string[],
): readonly DiffLine[] {
  let point: Point = { x: a.length, y: b.length };
  const points = [point];
  for (const [edits, reached] of [...trail.entries()].slice(1).toReversed()) {
    point = pointBefore(reached, point, edits);
    points.push(point);
  }
  return linesOnWay(points.toReversed(), a, b);
}

/** Where the way was one edit earlier. */
function pointBefore(
  reached: ReadonlyMap<number, number>,
  { x, y }: Point,
  edits: number,
): Point {
  const diagonal = x - y;
  const byAdding = reached.get(diagonal + 1) ?? -1;
  const byRemoving = reached.get(diagonal - 1) ?? -1;
  return isByAdding({ byAdding, byRemoving }, diagonal, edits)
    ? { x: byAdding, y: byAdding - diagonal - 1 }
    : { x: byRemoving, y: byRemoving - diagonal + 1 };
}

/** One line is added or removed from each point to the next, and all others up to there are the same. */
function linesOnWay(
  points: readonly Point[],
  a: readonly string[],
  b: readonly string[],
): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let x = 0;
  let y = 0;
  for (const [edits, end] of points.entries()) {
    if (edits > 0 && end.x - end.y > x - y)
      lines.push({ kind: "removed", text: a[x++] ?? "" });
    else if (edits > 0) lines.push({ kind: "added", text: b[y++] ?? "" });
    for (; x < end.x; x += 1, y += 1) lines.push(same(a[x] ?? ""));
  }
  return lines;
}

function same(text: string): DiffLine {
  return { kind: "same", text };
}

function removed(lines: readonly string[]): readonly DiffLine[] {
  return lines.map((text) => ({ kind: "removed", text }));
}

function added(lines: readonly string[]): readonly DiffLine[] {
  return lines.map((text) => ({ kind: "added", text }));
}

/** A run of lines that are shown, or the number of those that are not. */
export type DiffPart = readonly DiffLine[] | number;

/** The changed lines with some around them; of the others, how many there are. */
export function hunks(
  lines: readonly DiffLine[],
  around = 3,
): readonly DiffPart[] {
  const near = new Set<number>();
  for (const [index, { kind }] of lines.entries())
    if (kind !== "same")
      for (let at = index - around; at <= index + around; at += 1) near.add(at);
  const parts: DiffPart[] = [];
  let run: DiffLine[] = [];
  let hidden = 0;
  for (const [index, line] of lines.entries()) {
    if (near.has(index)) {
      if (hidden > 0) parts.push(hidden);
      hidden = 0;
      run.push(line);
      continue;
    }
    if (run.length > 0) parts.push(run);
    run = [];
    hidden += 1;
  }
  if (run.length > 0) parts.push(run);
  if (hidden > 0) parts.push(hidden);
  return parts;
}
