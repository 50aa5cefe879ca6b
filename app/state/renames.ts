import type { DesignChange } from "../../core/index.ts";
import type { Member } from "./members.ts";

/** A member that gets another id. */
export interface Rename extends Member {
  readonly to: string;
}

/** The members that a change gives another id, in order. */
export function renamesIn(change: DesignChange): readonly Rename[] {
  if (change.type === "batch") return change.changes.flatMap(renamesIn);
  const rename = renameIn(change);
  return rename === undefined || rename.to === rename.id ? [] : [rename];
}

function renameIn(change: DesignChange): Rename | undefined {
  switch (change.type) {
    case "edit-stack":
      return renamed({ list: "stacks", id: change.stack }, change.patch.id);
    case "replace-principal":
      return renamed(
        { list: "principals", id: change.principal },
        change.by.id,
      );
    case "edit-key":
      return renamed({ list: "keys", id: change.key }, change.patch.id);
    case "replace-key":
      return renamed({ list: "keys", id: change.key }, change.by.id);
    case "edit-alias":
      return renamed({ list: "aliases", id: change.alias }, change.patch.id);
    case "edit-consumer":
      return renamed(
        { list: "consumers", id: change.consumer },
        change.patch.id,
      );
    default:
      return undefined;
  }
}

function renamed(member: Member, to: string | undefined): Rename | undefined {
  return to === undefined ? undefined : { ...member, to };
}
