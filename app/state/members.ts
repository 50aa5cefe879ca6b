import type { Design, Path } from "../../core/index.ts";

/** The lists of a design whose members have ids. */
export type MemberList =
  "stacks" | "principals" | "keys" | "aliases" | "consumers";

/** A member of a list of the design. */
export interface Member {
  readonly list: MemberList;
  readonly id: string;
}

const lists: readonly MemberList[] = [
  "stacks",
  "principals",
  "keys",
  "aliases",
  "consumers",
];

/** The members of a list, in their order. */
export function membersOf(
  design: Design,
  list: MemberList,
): readonly { readonly id: string }[] {
  return design[list] ?? [];
}

/** Where a member stands; -1 where the design has it no more. */
export function indexOfMember(design: Design, { list, id }: Member): number {
  return membersOf(design, list).findIndex((member) => member.id === id);
}

/** The list that a path leads into. */
export function listAt([root]: Path): MemberList | undefined {
  return lists.find((name) => name === root);
}

/** The member that a path leads into. */
export function memberAt(design: Design, path: Path): Member | undefined {
  const list = listAt(path);
  const index = path[1];
  if (list === undefined || typeof index !== "number") return undefined;
  const member = membersOf(design, list)[index];
  return member && { list, id: member.id };
}

/** The stack that a part of the design is, or is in; none for what belongs to no stack. */
export function stackAt(design: Design, path: Path): string | undefined {
  const member = memberAt(design, path);
  if (member === undefined) return undefined;
  if (member.list === "stacks") return member.id;
  const part = membersOf(design, member.list)[indexOfMember(design, member)];
  return part !== undefined && hasStack(part) ? part.stack : undefined;
}

function hasStack(part: object): part is { readonly stack: string } {
  return "stack" in part && typeof part.stack === "string";
}
