import type { Design, Path } from "../../core/index.ts";
import { draftId, draftParts } from "./draft-id.ts";
import { indexOfMember, listAt, membersOf, type Member } from "./members.ts";
import { memberAfter } from "./moved-place.ts";
import type { AppState, Draft } from "./store.ts";

type Drafts = AppState["drafts"];

/**
 * Unfinished text goes where its place goes: with a key that is renamed, with a statement that is moved.
 * It is void when the value that it was typed over changes. The text of what was deleted waits for that to come back.
 */
export function movedDrafts(
  drafts: Drafts,
  before: Design,
  after: Design,
): Drafts {
  const entries = Object.entries(drafts);
  if (entries.length === 0 || before === after) return drafts;
  return Object.fromEntries(
    entries.flatMap(([id, draft]) => {
      const place = placeAfter({ id, path: draft.path }, { before, after });
      if (place === undefined) return [];
      const isVoid =
        draft.base !== null &&
        valueAt(before, draft.path) !== valueAt(after, place.path);
      return isVoid ? [] : [[place.id, { ...draft, path: place.path }]];
    }),
  );
}

/** What the text belongs to is not in the design. */
export function isOrphan(design: Design, id: string, { path }: Draft): boolean {
  const list = listAt(path);
  return (
    list !== undefined &&
    indexOfMember(design, { list, id: ownerOf({ id, path }) }) < 0
  );
}

interface Place {
  readonly id: string;
  readonly path: Path;
}

interface Designs {
  readonly before: Design;
  readonly after: Design;
}

/** How many parts of the name come before the name of the owner: what is not of a key begins with the name of its list. */
function partsBeforeOwner({ path }: Place): number {
  return listAt(path) === "keys" ? 0 : 1;
}

function ownerOf(place: Place): string {
  return draftParts(place.id)[partsBeforeOwner(place)] ?? "";
}

function placeAfter(place: Place, designs: Designs): Place | undefined {
  const list = listAt(place.path);
  if (list === undefined) return place;
  const id = ownerOf(place);
  const was = indexOfMember(designs.before, { list, id });
  const now = indexAfter({ list, id }, designs);
  const owner = membersOf(designs.after, list)[now];
  if (owner === undefined) return place;
  const at = partsBeforeOwner(place);
  const moved = {
    id: renumbered(place.id, at, owner.id),
    path: [list, now, ...place.path.slice(2)],
  };
  return was < 0 ? moved : inList(place, moved, designs);
}

/** The name of a text with another part in one place. */
function renumbered(id: string, place: number, by: string): string {
  return draftId(
    ...draftParts(id).map((part, index) => (index === place ? by : part)),
  );
}

/** Where the member is now, which may have another name. */
function indexAfter(member: Member, { before, after }: Designs): number {
  const found = indexOfMember(after, member);
  const { list } = member;
  if (
    found >= 0 ||
    membersOf(before, list).length !== membersOf(after, list).length
  )
    return found;
  return indexOfMember(before, member);
}

/** The place again, with the number that the member of a list has now; none where the member is gone. */
function inList(
  { path }: Place,
  moved: Place,
  { before, after }: Designs,
): Place | undefined {
  const step = path.findIndex(
    (part, index) => index > 1 && typeof part === "number",
  );
  const at = path[step];
  if (typeof at !== "number") return moved;
  const now = memberAfter(
    valueAt(before, path.slice(0, step)),
    valueAt(after, moved.path.slice(0, step)),
    at,
  );
  if (now === undefined) return undefined;
  // A name is: owner, list, place in the list, and whatever follows.
  const place = partsBeforeOwner(moved) + 2;
  return {
    id: renumbered(moved.id, place, String(now)),
    path: moved.path.with(step, now),
  };
}

function valueAt(design: Design, path: Path): unknown {
  let value: unknown = design;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(String(step));
  }
  return value;
}
