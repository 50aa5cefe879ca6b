import type { Design, Path } from "../../core/index.ts";
import { draftId, draftParts } from "./draft-id.ts";
import type { AppState, Draft } from "./store.ts";

type Drafts = AppState["drafts"];

/**
 * Unfinished text goes where its place goes: with a key that is renamed, with a statement that is moved.
 * It is void when the value that it was typed over changes. The text of a deleted key waits for the key to come back.
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
      const place = placeAfter({ id, path: draft.path }, before, after);
      if (place === undefined) return [];
      const isVoid =
        draft.base !== null &&
        valueAt(before, draft.path) !== valueAt(after, place.path);
      return isVoid ? [] : [[place.id, { ...draft, path: place.path }]];
    }),
  );
}

/** The key that the text belongs to is not in the design. */
export function isOrphan(design: Design, id: string, draft: Draft): boolean {
  return (
    draft.path[0] === "keys" &&
    design.keys.every((key) => key.id !== draftParts(id)[0])
  );
}

interface Place {
  readonly id: string;
  readonly path: Path;
}

function placeAfter(
  place: Place,
  before: Design,
  after: Design,
): Place | undefined {
  if (place.path[0] !== "keys") return place;
  const [owner = "", ...rest] = draftParts(place.id);
  const was = before.keys.findIndex((key) => key.id === owner);
  const now = keyAfter(owner, before, after);
  const key = after.keys[now];
  if (key === undefined) return place;
  const moved = {
    id: draftId(key.id, ...rest),
    path: ["keys", now, ...place.path.slice(2)],
  };
  return was < 0 ? moved : inList(place, moved, { before, after });
}

/** Where the key is now, which may have another name. */
function keyAfter(owner: string, before: Design, after: Design): number {
  const found = after.keys.findIndex((key) => key.id === owner);
  if (found >= 0 || before.keys.length !== after.keys.length) return found;
  return before.keys.findIndex((key) => key.id === owner);
}

/** The place again, with the number that the member of a list has now; none where the member is gone. */
function inList(
  { path }: Place,
  moved: Place,
  designs: { readonly before: Design; readonly after: Design },
): Place | undefined {
  const step = path.findIndex(
    (part, index) => index > 1 && typeof part === "number",
  );
  const at = path[step];
  if (typeof at !== "number") return moved;
  const now = memberAfter(
    valueAt(designs.before, path.slice(0, step)),
    valueAt(designs.after, moved.path.slice(0, step)),
    at,
  );
  if (now === undefined) return undefined;
  const [owner = "", list = "", , ...rest] = draftParts(moved.id);
  return {
    id: draftId(owner, list, now, ...rest),
    path: moved.path.with(step, now),
  };
}

function memberAfter(
  before: unknown,
  after: unknown,
  at: number,
): number | undefined {
  if (!Array.isArray(before) || !Array.isArray(after)) return undefined;
  if (before[at] === after[at]) return at;
  const found = after.indexOf(before[at]);
  if (found >= 0) return found;
  // Not there as it was: it was edited in its place, or removed.
  return before.length === after.length ? at : undefined;
}

function valueAt(design: Design, path: Path): unknown {
  let value: unknown = design;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(String(step));
  }
  return value;
}
