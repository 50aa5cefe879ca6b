import {
  code,
  endOfLine,
  endOfQuoted,
  isBlank,
  isGap,
  pastBlanks,
  startOfLine,
  trimmedEnd,
} from "./characters.ts";
import {
  addTag,
  found,
  isInScalar,
  lastLevel,
  lastMember,
  newLevel,
  plainPlace,
  touches,
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

/** A mapping or a list that is open, and what was read of its last member. */
interface Frame {
  readonly container: Container;
  state: "open" | "named" | "value" | "full";
}

/** What a text between brackets or braces is the value of. */
export interface FlowOwner {
  readonly member: Member;
  readonly levels: () => readonly Level[];
  /** A line that begins no further right ends it, even when it is not closed; -1 where no line does. */
  readonly limit: number;
}

interface Flow {
  readonly owner: FlowOwner;
  readonly reading: Reading;
  readonly frames: Frame[];
  at: number;
}

/** Reads a value of JSON, or one of YAML between brackets or braces, and returns where the line after it begins. */
export function readFlow(
  reading: Reading,
  at: number,
  owner: FlowOwner,
): number {
  const flow: Flow = { owner, reading, frames: [], at };
  const { text } = reading;
  do {
    if (!skipGap(flow)) return flow.at;
    if (flow.at < text.length) readToken(flow);
  } while (flow.frames.length > 0 && flow.at < text.length);
  if (flow.frames.length > 0) skipGap(flow);
  return endOfLine(text, flow.at) + 1;
}

/** Goes past blanks, lines and comments; false when the value ends there because of where the next line begins. */
function skipGap(flow: Flow): boolean {
  const { reading, at: from } = flow;
  const { text } = reading;
  for (;;) {
    flow.at = pastBlanks(text, flow.at);
    const character = text.charCodeAt(flow.at);
    if (character === code.lineFeed) {
      const next = pastEmptyLines(text, flow.at);
      const isEnd = isOver(flow, next);
      if (isEnd) recordGap(flow, from);
      flow.at = isEnd ? flow.at + 1 : next;
      if (isEnd) return false;
    } else if (character === code.hash && isComment(flow)) {
      recordGap(flow, from);
      const end = endOfLine(text, flow.at);
      if (touches(reading, flow.at, end)) found(reading, null);
      flow.at = end;
    } else {
      recordGap(flow, from);
      return true;
    }
  }
}

/** The next line with something in it begins too far left to belong to the value, and closes nothing. */
function isOver({ reading, owner, frames }: Flow, next: number): boolean {
  const { text } = reading;
  const { limit } = owner;
  if (limit < 0 || frames.length === 0 || next >= text.length) return false;
  const column = next - startOfLine(text, next);
  return column <= limit && !isClosing(text.charCodeAt(next));
}

function pastEmptyLines(text: string, lineFeed: number): number {
  let at = lineFeed;
  while (text.charCodeAt(at) === code.lineFeed) at = pastBlanks(text, at + 1);
  return at;
}

function isComment({ reading, at }: Flow): boolean {
  return (
    !reading.isJson && (at === 0 || isGap(reading.text.charCodeAt(at - 1)))
  );
}

/** The cursor may be between two words: what can stand there follows from what was read before. */
function recordGap(flow: Flow, from: number): void {
  const { reading, at } = flow;
  const frame = flow.frames.at(-1);
  if (frame === undefined || !touches(reading, from, at)) return;
  const { text, offset } = reading;
  // A word that begins at the cursor is what the cursor is at.
  if (offset === at && isWordStart(text.charCodeAt(at))) return;
  const token: Scalar = { kind: "scalar", start: offset, end: offset };
  const { state, container } = frame;
  if (state === "open")
    found(reading, placeAt(flow, newLevel(container), { token }));
  else if (state === "value")
    found(reading, placeAt(flow, lastLevel(container), { token }));
  else found(reading, null);
}

function placeAt(
  flow: Flow,
  inner: Level,
  what: Pick<Place, "token"> & Partial<Place>,
): Place {
  const isName =
    inner.container.kind === "mapping" && flow.frames.at(-1)?.state !== "value";
  return {
    ...plainPlace,
    style: "flow",
    role: isName ? "name" : "value",
    levels: [
      ...flow.owner.levels(),
      ...flow.frames.slice(0, -1).map(({ container }) => lastLevel(container)),
      inner,
    ],
    ...what,
  };
}

function readToken(flow: Flow): void {
  const { text, isJson } = flow.reading;
  const character = text.charCodeAt(flow.at);
  const frame = flow.frames.at(-1);
  if (character === code.openBrace || character === code.openBracket)
    open(flow, character === code.openBrace ? "mapping" : "list");
  else if (isClosing(character))
    close(flow, character === code.closeBrace ? "mapping" : "list");
  else if (character === code.comma) {
    if (frame) frame.state = "open";
    flow.at++;
  } else if (character === code.colon) {
    if (frame?.state === "named") frame.state = "value";
    flow.at++;
  } else if (character === code.exclamation && !isJson && takesTag(frame))
    readTag(flow);
  else readScalar(flow, scalarAt(flow));
}

function open(flow: Flow, kind: Container["kind"]): void {
  const container: Container = { kind, column: -1, members: [] };
  valueMember(flow).content = container;
  flow.frames.push({ container, state: "open" });
  flow.at++;
}

/** Closes the nearest one of the kind, and what is left open in it. */
function close(flow: Flow, kind: Container["kind"]): void {
  const { frames } = flow;
  const nearest = frames.findLastIndex(
    ({ container }) => container.kind === kind,
  );
  if (nearest !== -1) frames.splice(nearest);
  flow.at++;
}

/** The member whose value begins; where none was announced, a new one. */
function valueMember(flow: Flow): Member {
  const frame = flow.frames.at(-1);
  if (frame === undefined) return flow.owner.member;
  const announced =
    frame.state === "value" ? lastMember(frame.container) : undefined;
  frame.state = "full";
  if (announced !== undefined) return announced;
  const member = newMember();
  frame.container.members.push(member);
  return member;
}

function takesTag(frame: Frame | undefined): boolean {
  return frame?.container.kind === "list" || frame?.state === "value";
}

function readTag(flow: Flow): void {
  const { reading } = flow;
  const frame = flow.frames.at(-1);
  const start = flow.at;
  flow.at = endOfTag(reading.text, start);
  if (frame === undefined) return;
  const { container } = frame;
  if (touches(reading, start + 1, flow.at))
    found(
      reading,
      placeAt(
        flow,
        frame.state === "value" ? lastLevel(container) : newLevel(container),
        { token: { kind: "scalar", start, end: flow.at }, isTag: true },
      ),
    );
  addTag(valueMember(flow), reading.text.slice(start, flow.at));
  frame.state = "value";
}

/** Where a tag ends. */
export function endOfTag(text: string, start: number): number {
  let at = start;
  while (!isGap(text.charCodeAt(at)) && !isIndicator(text.charCodeAt(at))) at++;
  return Math.max(at, start + 1);
}

function readScalar(flow: Flow, token: Scalar): void {
  const { reading } = flow;
  const frame = flow.frames.at(-1);
  flow.at = token.end;
  const isHere = isInScalar(reading, token);
  if (frame?.container.kind === "mapping" && frame.state !== "value") {
    const { container } = frame;
    frame.state = "named";
    container.members.push(newMember(scalarText(reading.text, token)));
    if (!isHere) return;
    const next = pastBlanks(reading.text, token.end);
    const hasColon = reading.text.charCodeAt(next) === code.colon;
    found(reading, placeAt(flow, lastLevel(container), { token, hasColon }));
    return;
  }
  valueMember(flow).content = token;
  if (!isHere || frame === undefined) return;
  const level = lastLevel(frame.container);
  found(reading, placeAt(flow, level, { token, role: "value" }));
}

function scalarAt({ reading, at }: Flow): Scalar {
  const { text, isJson } = reading;
  const character = text.charCodeAt(at);
  const isQuoted =
    character === code.doubleQuote ||
    (character === code.singleQuote && !isJson);
  const end = isQuoted ? quotedEnd(reading, at) : plainEnd(reading, at);
  return { kind: "scalar", start: at, end };
}

/** Where a text in quotes ends. While it is typed, the quote that would close it may be the one that opens the next. */
function quotedEnd({ text, offset }: Reading, start: number): number {
  const end = endOfQuoted(text, start, text.length);
  if (end === undefined) return unclosedEnd(text, start, offset);
  if (offset <= start || offset >= end) return end;
  const rest = text.slice(offset, end - 1);
  const [, word] = /^([\w:*./-]*)(?:\s*[,\]}][\s,\]}]*|:\s+)$/.exec(rest) ?? [];
  return word === undefined ? end : offset + word.length;
}

/** Where a text without a closing quote ends: behind the word that is being typed, else before what closes its line. */
function unclosedEnd(text: string, start: number, offset: number): number {
  const lineEnd = endOfLine(text, start);
  const isHere = offset > start && offset <= lineEnd;
  const rest = isHere ? text.slice(offset, lineEnd) : "";
  const [word] = /^[\w:*./-]*(?=\s*(?:[,\]}]|$))/.exec(rest) ?? [];
  if (isHere && word !== undefined) return offset + word.length;
  let end = lineEnd;
  while (end > start + 1 && /[\s,\]}]/.test(text.charAt(end - 1))) end--;
  return end;
}

function plainEnd(reading: Reading, start: number): number {
  const { text, isJson } = reading;
  let at = start;
  for (; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === code.dollar && text.charAt(at + 1) === "{")
      at = endOfVariable(text, at);
    else if (isIndicator(character) || character === code.lineFeed) break;
    else if (isJson && (isBlank(character) || character === code.doubleQuote))
      break;
    else if (character === code.colon && isSeparator(reading, at)) break;
    else if (character === code.hash && isBlank(text.charCodeAt(at - 1))) break;
  }
  return Math.max(trimmedEnd(text, start, at), start + 1);
}

/** The last character of a variable such as `${AWS::Region}`, or the one before the end of what there is of it. */
function endOfVariable(text: string, start: number): number {
  const [variable = "$"] = /^\$\{[\w:.!]*\}?/.exec(
    text.slice(start, start + 200),
  ) ?? ["$"];
  return start + variable.length - 1;
}

/** The colon ends a name. One right before the cursor may be the middle of a word that is being typed. */
function isSeparator({ text, offset }: Reading, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return (
    at + 1 !== offset &&
    (isGap(next) || isIndicator(next) || next === code.doubleQuote)
  );
}

function isIndicator(character: number): boolean {
  return (
    character === code.comma ||
    character === code.openBrace ||
    character === code.openBracket ||
    isClosing(character)
  );
}

function isClosing(character: number): boolean {
  return character === code.closeBrace || character === code.closeBracket;
}

function isWordStart(character: number): boolean {
  return !(
    isGap(character) ||
    isIndicator(character) ||
    character === code.colon ||
    character === code.doubleQuote ||
    character === code.singleQuote ||
    character === code.exclamation
  );
}
