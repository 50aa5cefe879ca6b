import {
  emptyAt,
  levelsOf,
  openItem,
  openName,
  ownLinePlace,
  valueOwner,
  type Block,
} from "./block-levels.ts";
import { nameAt, scalarAt, type Line } from "./block-words.ts";
import { code, endOfLine, isGap, pastBlanks } from "./characters.ts";
import { endOfTag, readFlow } from "./flow.ts";
import {
  addTag,
  found,
  isInScalar,
  lastMember,
  plainPlace,
  touches,
  type Place,
  type Reading,
} from "./reading.ts";
import { newMember, type Container, type Scalar } from "./tree.ts";

/** Reads YAML in block style, as far as the indentation tells what belongs together. */
export function readBlock(reading: Reading): void {
  const holder: Container = {
    kind: "list",
    column: -1,
    members: [reading.root],
  };
  const block: Block = { reading, open: [holder] };
  let at = 0;
  while (at <= reading.text.length) at = readLine(block, at);
}

/** Reads a line, with those that go on with its value, and returns where the next one begins. */
function readLine(block: Block, start: number): number {
  const { reading, open } = block;
  const { text, offset } = reading;
  const end = endOfLine(text, start);
  const at = pastBlanks(text, start);
  const first = text.charCodeAt(at);
  if (at >= end || first === code.hash) {
    const isComment = at < end && offset > at;
    if (touches(reading, start, end))
      found(reading, isComment ? null : ownLinePlace(block, offset - start));
    return end + 1;
  }
  if (at === start && /^(?:---|\.\.\.|%)/.test(text.slice(at, at + 3))) {
    open.length = 1;
    if (touches(reading, start, end)) found(reading, null);
    return end + 1;
  }
  const line: Line = { start, end, at, owner: undefined, begun: false };
  if (touches(reading, start, at - 1)) found(reading, null);
  readDashes(block, line);
  readProperties(block, line);
  return readName(block, line);
}

function readDashes(block: Block, line: Line): void {
  const { reading } = block;
  const { text } = reading;
  while (
    text.charCodeAt(line.at) === code.dash &&
    isGap(text.charCodeAt(line.at + 1))
  ) {
    line.owner = openItem(block, line.at - line.start);
    line.begun = true;
    const behind = line.at + 1;
    line.at = pastBlanks(text, behind);
    const isLast = line.at >= line.end;
    if (isLast && touches(reading, behind + 1, line.end))
      found(
        reading,
        placeOn(block, line, {
          role: "either",
          token: emptyAt(reading.offset),
          column: reading.offset - line.start,
        }),
      );
  }
}

/** Tags and anchors, which stand before a value. */
function readProperties(block: Block, line: Line): void {
  const { reading } = block;
  const { text } = reading;
  for (;;) {
    const first = text.charCodeAt(line.at);
    if (first !== code.exclamation && first !== code.ampersand) return;
    const start = line.at;
    line.owner ??= line.begun
      ? undefined
      : valueOwner(block, line.at - line.start);
    const end = endOfTag(text, start);
    if (first === code.exclamation) {
      if (touches(reading, start + 1, end))
        found(
          reading,
          placeOn(block, line, {
            role: "value",
            token: { kind: "scalar", start, end },
            isTag: true,
          }),
        );
      addTag(line.owner, text.slice(start, end));
    }
    line.begun = true;
    line.at = pastBlanks(text, end);
    recordGap(block, line, end);
  }
}

function readName(block: Block, line: Line): number {
  const { reading } = block;
  const { text } = reading;
  if (line.at >= line.end) return line.end + 1;
  const token = nameAt(reading, line);
  if (token === undefined) return readOwnValue(block, line);
  const container = openName(block, token, token.start - line.start);
  if (container === undefined) {
    if (touches(reading, line.at, line.end)) found(reading, null);
    return line.end + 1;
  }
  if (isInScalar(reading, token))
    found(
      reading,
      placeOn(block, line, { role: "name", token, hasColon: true }),
    );
  line.owner = lastMember(container);
  line.begun = true;
  const behind = pastBlanks(text, token.end) + 1;
  line.at = pastBlanks(text, behind);
  recordGap(block, line, behind);
  readProperties(block, line);
  return readValue(block, line, "value");
}

/** What stands on a line, or behind a dash, without being a name. */
function readOwnValue(block: Block, line: Line): number {
  if (line.owner !== undefined) return readValue(block, line, "either");
  if (line.begun) return readIgnored(block, line);
  const { reading } = block;
  const place = ownLinePlace(block, line.at - line.start);
  if (place === null || place.role === "name" || place.lacksDash) {
    const token = scalarAt(reading, line);
    if (place !== null && isInScalar(reading, token))
      found(reading, { ...place, token });
    return readIgnored(block, line);
  }
  line.owner = valueOwner(block, line.at - line.start);
  return readValue(block, line, place);
}

/** Nothing can be written in what is left of the line. */
function readIgnored({ reading }: Block, line: Line): number {
  if (touches(reading, line.at, line.end)) found(reading, null);
  return line.end + 1;
}

/** Reads the value of a member; `at` is its place where the cursor is in it, or its role on its line. */
function readValue(
  block: Block,
  line: Line,
  at: Place | "value" | "either",
): number {
  const { reading, open } = block;
  const { text } = reading;
  const member = line.owner ?? newMember();
  const first = text.charCodeAt(line.at);
  if (line.at >= line.end || first === code.hash)
    return readIgnored(block, { ...line, at: line.at + 1 });
  const limit = open.at(-1)?.column ?? -1;
  if (first === code.openBrace || first === code.openBracket) {
    const levels = () => levelsOf(open);
    return readFlow(reading, line.at, { member, levels, limit });
  }
  if (first === code.bar || first === code.greater)
    return readText(block, line, limit);
  const token = scalarAt(reading, line);
  const isHere = isInScalar(reading, token);
  if (isHere)
    found(
      reading,
      typeof at === "string"
        ? placeOn(block, line, { role: at, token })
        : { ...at, token },
    );
  // What is being typed may become the first name of a mapping.
  if (!isHere || at === "value") member.content = token;
  return readIgnored(block, line);
}

/** Goes past a text of several lines behind a bar: those that begin further right than what it is the value of. */
function readText(block: Block, line: Line, limit: number): number {
  const { reading } = block;
  const { text } = reading;
  let { end } = line;
  for (let last = end; last < text.length;) {
    const begin = pastBlanks(text, last + 1);
    const next = endOfLine(text, begin);
    const isEmpty = begin >= next;
    if (!isEmpty && begin - last - 1 <= limit) break;
    // Empty lines belong to it only between others.
    if (!isEmpty) end = next;
    last = next;
  }
  const token: Scalar = { kind: "scalar", start: line.at, end };
  if (line.owner) line.owner.content = token;
  if (touches(reading, line.at, line.end)) found(reading, null);
  else if (touches(reading, line.end, end))
    found(
      reading,
      placeOn(block, line, { role: "value", token, inText: true }),
    );
  return end + 1;
}

/** The cursor stands in the blanks before a value, or where one could be. */
function recordGap(block: Block, line: Line, from: number): void {
  const { reading } = block;
  const { text, offset } = reading;
  const first = text.charCodeAt(line.at);
  const isEmpty = line.at >= line.end || first === code.hash;
  const to = first === code.hash ? line.at - 1 : line.end;
  if (isEmpty && touches(reading, from + 1, to))
    found(
      reading,
      placeOn(block, line, { role: "value", token: emptyAt(offset) }),
    );
}

function placeOn(
  { open }: Block,
  line: Line,
  what: Pick<Place, "role" | "token"> & Partial<Place>,
): Place {
  const column = what.token.start - line.start;
  const levels = levelsOf(open);
  return { ...plainPlace, style: "block", levels, column, ...what };
}
