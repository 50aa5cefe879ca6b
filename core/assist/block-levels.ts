import {
  lastLevel,
  lastMember,
  newLevel,
  plainPlace,
  type Level,
  type Place,
  type Reading,
} from "./reading.ts";
import {
  newMember,
  scalarText,
  type Container,
  type Member,
  type Scalar,
} from "./tree.ts";

/** The mappings and lists that are open, outermost first; the first holds the value of the whole text. */
export interface Block {
  readonly reading: Reading;
  readonly open: Container[];
}

/** What could stand in a column of a line that has nothing before it; null where nothing can. */
export function ownLinePlace(
  { open, reading }: Block,
  column: number,
): Place | null {
  const around = open.filter((container) => container.column <= column);
  // A name is more likely there than an item.
  if (sharesColumn(around, column)) around.pop();
  const inner = around.at(-1);
  if (inner === undefined) return null;
  const place = {
    ...plainPlace,
    style: "block" as const,
    token: emptyAt(reading.offset),
    column,
    ownLine: true,
  };
  const outer = levelsOf(around.slice(0, -1));
  if (inner.column === column) {
    const levels = [...outer, newLevel(inner)];
    return inner.kind === "mapping"
      ? { ...place, levels, role: "name" }
      : { ...place, levels, role: "either", lacksDash: true };
  }
  return lastMember(inner)?.content === undefined
    ? { ...place, levels: levelsOf(around), role: "either" }
    : null;
}

/** The member that a value in that column of a line of its own belongs to. */
export function valueOwner(block: Block, column: number): Member | undefined {
  closeFrom(block, column);
  const inner = block.open.at(-1);
  const last = inner && lastMember(inner);
  return inner !== undefined &&
    inner.column < column &&
    last?.content === undefined
    ? last
    : undefined;
}

/** Opens the mapping of a name, and adds the member; undefined where the indentation fits nothing. */
export function openName(
  block: Block,
  token: Scalar,
  column: number,
): Container | undefined {
  const { open, reading } = block;
  closeFrom(block, column);
  if (sharesColumn(open, column)) open.pop();
  const container = openIn(block, "mapping", column);
  container?.members.push(newMember(scalarText(reading.text, token)));
  return container;
}

/** Opens the list of a dash, and adds the item; undefined where the indentation fits nothing. */
export function openItem(block: Block, column: number): Member | undefined {
  closeFrom(block, column);
  const container = openIn(block, "list", column);
  const item = newMember();
  container?.members.push(item);
  return container && item;
}

/** The innermost container where it is of that kind and begins in that column, else a new one in it. */
function openIn(
  { open }: Block,
  kind: Container["kind"],
  column: number,
): Container | undefined {
  const inner = open.at(-1);
  if (inner === undefined) return undefined;
  if (inner.kind === kind && inner.column === column) return inner;
  const least =
    kind === "list" && inner.kind === "mapping" ? column : column - 1;
  const owner = lastMember(inner);
  if (inner.column > least || owner?.content !== undefined) return undefined;
  const container: Container = { kind, column, members: [] };
  if (owner) owner.content = container;
  open.push(container);
  return container;
}

function closeFrom({ open }: Block, column: number): void {
  while ((open.at(-1)?.column ?? -1) > column) open.pop();
}

/** The innermost list begins where the names around it do. */
function sharesColumn(open: readonly Container[], column: number): boolean {
  const [around, inner] = open.slice(-2);
  return (
    around?.kind === "mapping" &&
    inner?.kind === "list" &&
    around.column === column &&
    inner.column === column
  );
}

/** The steps through all that is open; the first container only holds the others. */
export function levelsOf(open: readonly Container[]): Level[] {
  return open.slice(1).map(lastLevel);
}

/** Nothing, at the cursor. */
export function emptyAt(offset: number): Scalar {
  return { kind: "scalar", start: offset, end: offset };
}
