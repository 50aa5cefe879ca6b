import { readBlock } from "./block.ts";
import { readFlow } from "./flow.ts";
import { newLevel, type Place, type Reading } from "./reading.ts";
import { containerOf, newMember, type Member } from "./tree.ts";

/** The languages that are understood. */
export type AssistLanguage = "yaml" | "json";

/** A text that was read, and where the cursor is in it. */
export interface Read {
  readonly text: string;
  /** Holds the value of the whole text. */
  readonly root: Member;
  readonly place: Place;
  readonly isJson: boolean;
}

/** Longer texts take too long to read at every keystroke. */
const longest = 1_000_000;

/** Reads a text around the cursor; undefined where nothing can be written. Whatever the text, it does not throw. */
export function placeAt(
  text: string,
  offset: number,
  language: AssistLanguage,
): Read | undefined {
  if (text.length > longest) return undefined;
  const isJson = language === "json";
  const root = newMember();
  const reading: Reading = { text, offset, isJson, root, place: undefined };
  if (isJson) {
    const begin = text.search(/\S|$/);
    readFlow(reading, begin, { member: root, levels: () => [], limit: -1 });
  } else readBlock(reading);
  const place = reading.place ? settled(reading.place) : undefined;
  return place && { text, root, place, isJson };
}

/**
 * Sees what follows the cursor. A name whose value begins on a later line has one; where a mapping begins in the column
 * of the cursor, a name is wanted, and where a list does, an item.
 */
function settled(place: Place): Place | undefined {
  const { role, token, column } = place;
  const member = place.levels.at(-1)?.member;
  const container = containerOf(member);
  const isEmpty = token.start === token.end;
  if (role === "name" || (role === "value" && !isEmpty)) return place;
  if (member?.content === undefined) return place;
  if (role === "value" || container?.column !== column)
    return isEmpty ? undefined : place;
  return {
    ...place,
    levels: [...place.levels, newLevel(container)],
    role: container.kind === "mapping" ? "name" : "either",
    lacksDash: container.kind === "list",
  };
}
