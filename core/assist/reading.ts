import { functionOf } from "../yaml/short-tags.ts";
import type { Container, Member, Scalar } from "./tree.ts";

/** A step on the way to a place: the container, and the member that leads inwards. */
export interface Level {
  readonly container: Container;
  /** Undefined where a new member would begin. */
  readonly member: Member | undefined;
  readonly index: number;
}

/** Where the cursor is. */
export interface Place {
  /** What is around it, outermost first. */
  readonly levels: readonly Level[];
  /**
   * What stands there, or could: the name of a member of the innermost mapping, the value of the innermost member, or
   * either, as nothing says yet.
   */
  readonly role: "name" | "value" | "either";
  readonly style: "flow" | "block";
  /** What is there already, with its quotes; empty between words. */
  readonly token: Scalar;
  /** In block style: where the text would begin in its line. */
  readonly column: number;
  /** It begins a line, so an item of a list needs a dash. */
  readonly ownLine: boolean;
  /** It stands among the items of a list, without a dash. */
  readonly lacksDash: boolean;
  /** It is inside a text of several lines. */
  readonly inText: boolean;
  /** The word is a tag, such as `!Sub`. */
  readonly isTag: boolean;
  /** A colon follows the name. */
  readonly hasColon: boolean;
}

/** A text that is being read, up to the cursor and on. */
export interface Reading {
  readonly text: string;
  readonly offset: number;
  readonly isJson: boolean;
  /** Holds the value of the whole text. */
  readonly root: Member;
  /** Where the cursor is; null where nothing can be written, undefined until it is reached. */
  place: Place | null | undefined;
}

/** A place without anything particular. */
export const plainPlace = {
  column: 0,
  ownLine: false,
  lacksDash: false,
  inText: false,
  isTag: false,
  hasColon: false,
} as const;

/** Remembers where the cursor is, the first time. */
export function found(reading: Reading, place: Place | null): void {
  if (reading.place === undefined) reading.place = place;
}

/** The cursor touches a piece of the text, and nothing before it was its place. */
export function touches(
  { offset, place }: Reading,
  start: number,
  end: number,
): boolean {
  return place === undefined && start <= offset && offset <= end;
}

/** The cursor is inside a scalar: between its quotes, or anywhere at a word. */
export function isInScalar(reading: Reading, { start, end }: Scalar): boolean {
  const { text, offset } = reading;
  if (!touches(reading, start, end)) return false;
  const quote = text.charAt(start);
  if (quote !== '"' && quote !== "'") return true;
  const isClosed = end - start > 1 && text.charAt(end - 1) === quote;
  return offset > start && (offset < end || !isClosed);
}

/** The last member of a container. */
export function lastMember({ members }: Container): Member | undefined {
  return members.at(-1);
}

/** The step through the last member. */
export function lastLevel(container: Container): Level {
  const index = container.members.length - 1;
  return { container, member: container.members[index], index };
}

/** The step to a member that would be new. */
export function newLevel(container: Container): Level {
  return { container, member: undefined, index: container.members.length };
}

/** Puts the function of a tag around the value of a member; other tags say nothing of use here. */
export function addTag(member: Member | undefined, tag: string): void {
  const name = functionOf(tag);
  if (name !== undefined) member?.functions.push(name);
}
