import fc from "fast-check";
import { CST, Lexer } from "yaml";
import { describe, expect, test } from "vitest";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { samePath } from "../problem/problem.ts";
import type { Path, Span } from "../problem/problem.ts";
import { valueAt } from "../testing/value-at.ts";
import { sameJson } from "../problem/same-json.ts";
import { editTemplateText } from "./edit-template-text.ts";
import { LooseLexer } from "./loose-lexer.ts";
import { readTemplateText } from "./read-template-text.ts";
import type { TemplateText } from "./read-template-text.ts";
import { isUnprintable, quotedScalar, yamlScalar } from "./yaml-scalar.ts";
import { attributeText } from "./yaml-tags.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const numRuns = isDeep ? 20_000 : 500;

/** Choices that follow from a number. */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
    this.below(2);
  }

  below(count: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * count);
  }

  chance(probability: number): boolean {
    return this.below(1000) < probability * 1000;
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }
}

/** Texts that some reader takes for something else, and texts that many styles can say. */
const texts: readonly string[] = [
  ["", "a", "Key", "kms:Decrypt", "*", "2012-10-17", "012345678901", "yes"],
  ["true", "null", "~", "it's", "x y z", "a: b", "# no", "é", "tab\there"],
  ["one\ntwo\n", "one\n\ntwo", "one\n  two\n", "\n", "x\n\n", "🔑", "-"],
  ["${AWS::Region}", "- a", "{x}", "[y]", "x,y", "!t", "&q", "*z", "'", '"'],
  ["\\", "end ", "many words in a row", "%d", "@a", "A.B", "?", "1e3", "0x1F"],
  ["1.10", "1_000", "\u0000", "\ud800", "\u2028", "\ufeffx", "<<", "Ref"],
].flat();

const names: readonly string[] = [
  ["A", "B", "C", "D", "Type", "Key", "x y", "a.b", "kms:Via", "Fn::X", "1"],
  ["true", "", "é", "Condition", "<<", "'q'", "#h", "- d", "a: b"],
].flat();

const call: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record({ Ref: fc.constantFrom("Key", "AWS::Region", "a b", "") }),
  fc.record({ "Fn::Sub": fc.constantFrom(...texts) }),
  fc.record({ Condition: fc.constantFrom("A", "B") }),
  fc.constantFrom<JsonObject>(
    { "Fn::GetAtt": ["Key", "Arn"] },
    { "Fn::GetAtt": ["Key", "A.B"] },
    { "Fn::GetAtt": "A.B" },
    { "Fn::ImportValue": "x" },
  ),
);

const { value: values, object: objects } = fc.letrec<{
  value: Json;
  object: JsonObject;
}>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Json>(...texts),
    fc.constantFrom<Json>(0, 1, -5, 1.5, 1e21, true, false, null, [], {}),
    call,
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .tuple(
        fc.constantFrom("Fn::If", "Fn::Join", "Fn::Or"),
        fc.array(tie("value"), { minLength: 1, maxLength: 3 }),
      )
      .map(([name, list]) => ({ [name]: list })),
    tie("object"),
  ),
  object: fc.dictionary(fc.constantFrom(...names), tie("value"), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
}));

/** The lines of a value: what stands behind its name or dash, and what stands below. */
interface Lines {
  readonly head: string;
  readonly below: readonly string[];
}

/** Where a value is written, and its anchor and tag. */
interface At {
  readonly indent: number;
  readonly isItem: boolean;
  readonly props: string;
}

/** Which styles a text may have. */
interface Manner {
  readonly hasAnchors: boolean;
  readonly hasDuplicates: boolean;
}

/** Writes values as people do, in all styles of YAML. */
class Scribe {
  readonly #dice: Dice;
  readonly #manner: Manner;
  readonly #step: number;
  readonly #hasFlatLists: boolean;
  readonly #comments: number;
  readonly #flow: number;
  readonly #anchors = new Map<string, Json>();
  #count = 0;
  #hasBlocks = false;

  constructor(dice: Dice, manner: Manner) {
    this.#dice = dice;
    this.#manner = manner;
    this.#step = dice.pick([2, 2, 3, 4]) ?? 2;
    this.#hasFlatLists = dice.chance(0.4);
    this.#comments = dice.pick([0, 0.1, 0.4]) ?? 0;
    this.#flow = dice.pick([0, 0.2, 0.6]) ?? 0;
  }

  document(value: Json): string {
    const dice = this.#dice;
    const top = dice.pick([[], [], ["# top"], ["# top", ""], ["---"]]) ?? [];
    const lines = [...top, ...this.#root(value)];
    const isOpen = !this.#hasBlocks && dice.chance(0.2);
    if (!isOpen) lines.push(...(dice.pick([[], [], ["# end"], ["..."]]) ?? []));
    const lineEnd = dice.chance(0.2) ? "\r\n" : "\n";
    const mark = dice.chance(0.05) ? "\ufeff" : "";
    return mark + lines.join(lineEnd) + (isOpen ? "" : lineEnd);
  }

  #root(value: Json): readonly string[] {
    if (!hasParts(value) || this.#dice.chance(this.#flow / 3))
      return this.#inline(value, 0, this.#dice.chance(0.5)).split("\n");
    return isJsonList(value) ? this.#list(value, 0) : this.#map(value, 0);
  }

  #mark(letter: string): string {
    return `# ${letter}${this.#count++}`;
  }

  #above(indent: number): readonly string[] {
    const dice = this.#dice;
    const margin = " ".repeat(indent);
    const lines = dice.chance(0.15) ? [""] : [];
    if (!dice.chance(this.#comments)) return lines;
    lines.push(margin + this.#mark("c"));
    if (dice.chance(0.2)) lines.push(margin + this.#mark("c"));
    return dice.chance(0.2) ? [...lines, ""] : lines;
  }

  #behind(): string {
    return this.#dice.chance(this.#comments / 2) ? ` ${this.#mark("t")}` : "";
  }

  #map(object: JsonObject, indent: number): readonly string[] {
    const margin = " ".repeat(indent);
    const merged = this.#mergeable(object);
    const lines = merged === undefined ? [] : [`${margin}<<: *${merged[0]}`];
    const said = merged === undefined ? {} : merged[1];
    for (const [name, value] of Object.entries(object)) {
      if (Object.hasOwn(said, name) && sameJson(said[name], value)) continue;
      if (lines.length > 0 || this.#dice.chance(0.5))
        lines.push(...this.#above(indent));
      if (this.#manner.hasDuplicates && this.#dice.chance(0.04))
        lines.push(`${margin}${this.#name(name)}: again`);
      const key = this.#name(name);
      const { head, below } = this.#value(value, indent, false);
      const isMarked = this.#dice.chance(0.05);
      if (isMarked) lines.push(`${margin}? ${key}`);
      lines.push(`${margin}${isMarked ? "" : key}:${head}`, ...below);
    }
    return lines;
  }

  /** An anchor of members that the mapping has. */
  #mergeable(object: JsonObject): readonly [string, JsonObject] | undefined {
    for (const [anchor, value] of this.#anchors)
      if (
        isJsonObject(value) &&
        hasParts(value) &&
        this.#call(value) === undefined &&
        Object.keys(value).every((name) => Object.hasOwn(object, name)) &&
        this.#dice.chance(0.5)
      )
        return [anchor, value];
    return undefined;
  }

  #list(items: readonly Json[], indent: number): readonly string[] {
    return items.flatMap((item, index) => {
      const above =
        index > 0 || this.#dice.chance(0.5) ? this.#above(indent) : [];
      const { head, below } = this.#value(item, indent, true);
      return [...above, `${" ".repeat(indent)}-${head}`, ...below];
    });
  }

  #value(value: Json, indent: number, isItem: boolean): Lines {
    const dice = this.#dice;
    for (const [anchor, known] of this.#anchors)
      if (sameJson(known, value) && dice.chance(0.6))
        return { head: ` *${anchor}${this.#behind()}`, below: [] };
    if (!this.#manner.hasAnchors || !dice.chance(0.2))
      return this.#unanchored(value, { indent, isItem, props: "" });
    const anchor = dice.pick(["x", "y", "long-name"]) ?? "x";
    this.#anchors.delete(anchor);
    const props = ` &${anchor}`;
    const lines = this.#unanchored(value, { indent, isItem, props });
    this.#anchors.set(anchor, value);
    return lines;
  }

  #unanchored(value: Json, at: At): Lines {
    const dice = this.#dice;
    const called = dice.chance(0.8) ? this.#call(value) : undefined;
    const props = called === undefined ? at.props : `${at.props} ${called.tag}`;
    const argument = called === undefined ? value : called.argument;
    if (typeof argument === "string")
      return this.#scalar(argument, at.indent, props);
    if (argument === null && dice.chance(0.5))
      return { head: props + this.#behind(), below: [] };
    if (hasParts(argument) && !dice.chance(this.#flow))
      return this.#parts(argument, { ...at, props });
    const text = this.#inline(argument, at.indent + 2, dice.chance(0.4));
    const [first = "", ...below] = (text + this.#behind()).split("\n");
    return { head: `${props} ${first}`, below };
  }

  #parts(value: readonly Json[] | JsonObject, at: At): Lines {
    const { indent, isItem, props } = at;
    const inner = indent + (isItem ? 2 : this.#step);
    const isFlat = !isItem && this.#hasFlatLists;
    const below = isJsonList(value)
      ? this.#list(value, isFlat ? indent : inner)
      : this.#map(value, inner);
    const [first = "", ...rest] = below;
    const canShare = isItem && props === "" && /^ *[^ #]/.test(first);
    return canShare && this.#dice.chance(0.7)
      ? { head: ` ${first.trimStart()}`, below: rest }
      : { head: props + this.#behind(), below };
  }

  #call(
    value: Json,
  ): { tag: string; argument: string | readonly Json[] } | undefined {
    const [[name, argument] = ["", null], ...others] = isJsonObject(value)
      ? Object.entries(value)
      : [];
    if (others.length > 0 || name === "Fn::X") return undefined;
    const tag = `!${name.replace("Fn::", "")}`;
    if (name === "Fn::GetAtt") {
      const text = attributeText(argument);
      return text === undefined ? undefined : { tag, argument: text };
    }
    const isCall =
      name.startsWith("Fn::") || ["Ref", "Condition"].includes(name);
    const isList = name.startsWith("Fn::") && isJsonList(argument);
    return isCall && (typeof argument === "string" || isList)
      ? { tag, argument }
      : undefined;
  }

  #inline(value: Json, indent: number, isTall: boolean): string {
    if (typeof value === "string") return this.#flowScalar(value);
    if (!hasParts(value)) return JSON.stringify(value);
    const called = this.#dice.chance(0.7) ? this.#call(value) : undefined;
    if (called !== undefined)
      return `${called.tag} ${this.#inline(called.argument, indent, isTall)}`;
    const inner = indent + 2;
    const parts = isJsonList(value)
      ? value.map((item) => this.#inline(item, inner, isTall))
      : Object.entries(value).map(([name, member]) => {
          const text = this.#inline(member, inner, isTall);
          return `${this.#flowScalar(name)}: ${text}`;
        });
    const [open, close] = isJsonList(value) ? ["[", "]"] : ["{", "}"];
    if (!isTall) return `${open}${parts.join(", ")}${close}`;
    const lines = parts.map((part, index) => {
      const hasComma = index < parts.length - 1 || this.#dice.chance(0.2);
      const hasNote = this.#dice.chance(this.#comments / 3);
      const note = hasNote ? ` ${this.#mark("f")}` : "";
      return `${" ".repeat(inner)}${part}${hasComma ? "," : ""}${note}`;
    });
    return [open, ...lines, " ".repeat(indent) + close].join("\n");
  }

  #flowScalar(text: string): string {
    const isPlain = yamlScalar(text) === text && !/[,[\]{}?]/.test(text);
    if (isPlain && this.#dice.chance(0.7)) return text;
    return isSingle(text) && this.#dice.chance(0.5)
      ? single(text)
      : quotedScalar(text);
  }

  #name(name: string): string {
    if (yamlScalar(name) === name && this.#dice.chance(0.8)) return name;
    return isSingle(name) && this.#dice.chance(0.5)
      ? single(name)
      : quotedScalar(name);
  }

  #scalar(text: string, indent: number, props: string): Lines {
    const dice = this.#dice;
    const kind = dice.below(5);
    if (kind > 2 && isBlock(text)) return this.#block(text, indent, props);
    let line = quotedScalar(text);
    if (kind < 2 && yamlScalar(text) === text) line = text;
    else if (kind === 2 && isSingle(text)) line = single(text);
    // Quoted scalars may go on at any indentation, plain ones only deeper than their parent.
    const least = line === text ? indent + 1 : 0;
    const margin = `\n${" ".repeat(least + dice.below(3))}`;
    const isBroken = /^[\w"' ]+$/.test(line) && dice.chance(0.3);
    const lines = isBroken ? line.replace(/(?<=\w) (?=\w)/, margin) : line;
    const [first = "", ...below] = (lines + this.#behind()).split("\n");
    return { head: `${props} ${first}`, below };
  }

  #block(text: string, indent: number, props: string): Lines {
    this.#hasBlocks = true;
    const body = text.replace(/\n$/, "");
    const isFolded = !/^ | $/m.test(body) && this.#dice.chance(0.3);
    const mark = `${isFolded ? ">" : "|"}${body === text ? "-" : ""}`;
    const margin = " ".repeat(indent + 1 + this.#dice.below(3));
    const lines = isFolded
      ? body.replaceAll(/\n+/g, (all) => `${all}\n`)
      : body;
    return {
      head: `${props} ${mark}${this.#behind()}`,
      below: lines
        .split("\n")
        .map((line) => (line === "" ? "" : margin + line)),
    };
  }
}

function hasParts(value: Json): value is readonly Json[] | JsonObject {
  const isCollection = isJsonList(value) || isJsonObject(value);
  return isCollection && Object.keys(value).length > 0;
}

function isSingle(text: string): boolean {
  return !/[\t\n]/.test(text) && !isUnprintable(text);
}

function single(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function isBlock(text: string): boolean {
  return /^\w[^\t]*\n[^\t]*\w\n?$/.test(text) && !isUnprintable(text);
}

const plainManner: Manner = { hasAnchors: false, hasDuplicates: false };
const anyManner: Manner = { hasAnchors: true, hasDuplicates: true };

/** A value and a text that says it. */
function written(manner: Manner) {
  return fc
    .tuple(fc.oneof({ weight: 9, arbitrary: objects }, values), fc.integer())
    .map(([value, seed]) => ({
      value,
      text: new Scribe(new Dice(seed), manner).document(value),
    }));
}

function readAs(text: string): TemplateText {
  const read = readTemplateText(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** The value with something in it changed, removed, added or moved. */
function edited(value: Json, dice: Dice, others: readonly Json[]): Json {
  const other = dice.pick(others) ?? null;
  if (dice.chance(0.15) || !hasParts(value)) return other;
  if (isJsonList(value)) return editedList(value, dice, others);
  const name = dice.pick(Object.keys(value)) ?? "";
  const { [name]: member = null, ...rest } = value;
  const kind = dice.below(6);
  if (kind === 0) return rest;
  return kind < 3
    ? { ...value, [dice.pick(names) ?? ""]: other }
    : { ...value, [name]: edited(member, dice, others) };
}

function editedList(
  list: readonly Json[],
  dice: Dice,
  others: readonly Json[],
): Json {
  const at = dice.below(list.length);
  const item = list[at] ?? null;
  const rest = list.toSpliced(at, 1);
  switch (dice.below(6)) {
    case 0:
      return rest;
    case 1:
      return list.toSpliced(at, 0, dice.pick(others) ?? null);
    case 2:
      return rest.toSpliced(dice.below(list.length), 0, item);
    default:
      return list.with(at, edited(item, dice, others));
  }
}

const fresh = fc.array(values, { minLength: 1, maxLength: 4 });

describe("reading", () => {
  test("[T1] texts in all styles are read as what they say", () => {
    fc.assert(
      fc.property(written(anyManner), ({ value, text }) => {
        expect(sameJson(readAs(text).value, value)).toBe(true);
      }),
      { numRuns, seed: 1 },
    );
  });

  test("[T1] what the lexer of yaml takes is cut as it cuts it", () => {
    fc.assert(
      fc.property(written(anyManner), ({ text }) => {
        const lexer = new LooseLexer(text);
        const lexemes = [...lexer.lexemes()];
        fc.pre(!lexer.isLoose);
        expect(lexemes).toEqual([...new Lexer().lex(text)]);
      }),
      { numRuns, seed: 2 },
    );
  });

  test("[T1] the lexemes of any of these texts are the text", () => {
    fc.assert(
      fc.property(written(anyManner), ({ text }) => {
        const marks: readonly string[] = [CST.DOCUMENT, CST.SCALAR];
        const parts = [...new LooseLexer(text).lexemes()];
        expect(parts.filter((part) => !marks.includes(part)).join("")).toBe(
          text,
        );
      }),
      { numRuns, seed: 3 },
    );
  });

  test("[T1] every place is in the text of what is around it, and is found by its path", () => {
    fc.assert(
      fc.property(written(anyManner), ({ text }) => {
        const { eachSpan, spanOf } = readAs(text);
        eachSpan((path, span) => {
          expect(spanOf(path)).toEqual(span);
          const around = spanOf(path.slice(0, -1));
          expect(around?.start).toBeLessThanOrEqual(span.start);
          expect(around?.end).toBeGreaterThanOrEqual(span.end);
        });
      }),
      { numRuns: numRuns / 4, seed: 4 },
    );
  });
});

describe("editing", () => {
  const edit = fc.tuple(written(anyManner), fc.integer(), fresh);

  test("[T4] an edited text reads as the value", () => {
    fc.assert(
      fc.property(edit, ([{ value, text }, seed, others]) => {
        const wanted = edited(value, new Dice(seed), others);
        const result = editTemplateText(text, wanted);
        expect(sameJson(readAs(result).value, wanted)).toBe(true);
      }),
      { numRuns, seed: 5 },
    );
  });

  test("[T4] so does a text that becomes another value altogether", () => {
    fc.assert(
      fc.property(written(anyManner), values, ({ text }, wanted) => {
        const result = editTemplateText(text, wanted);
        expect(sameJson(readAs(result).value, wanted)).toBe(true);
      }),
      { numRuns, seed: 6 },
    );
  });

  test("[T4] JSON stays JSON", () => {
    const indent = fc.constantFrom("\t", "  ", "    ", "");
    fc.assert(
      fc.property(objects, objects, indent, (value, wanted, step) => {
        const text = JSON.stringify(value, null, step);
        const result = editTemplateText(text, { ...value, ...wanted });
        expect(JSON.parse(result)).toEqual({ ...value, ...wanted });
      }),
      { numRuns, seed: 7 },
    );
  });

  test("[T4] any text can become any value, even one that cannot be read", () => {
    const pieces = [
      ["a", " ", "\n", "  ", ":", ": ", "- ", "? ", "[", "]", "{", "}", ","],
      ["'", '"', "#", "&x ", "*x", "!Ref ", "|\n", "|+\n", ">-\n", "---\n"],
      ["...\n", "<<: ", "\t", "\r", "\r\n", "\u0000", "\ud800", "\ufeff"],
    ].flat();
    const soup = fc
      .array(fc.constantFrom(...pieces), { maxLength: 25 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(soup, values, (text, wanted) => {
        const result = editTemplateText(text, wanted);
        expect(sameJson(readAs(result).value, wanted)).toBe(true);
      }),
      { numRuns, seed: 8 },
    );
  });

  test("[T3] a text that reads as the value already is not touched", () => {
    fc.assert(
      fc.property(written(anyManner), ({ value, text }) => {
        expect(editTemplateText(text, reordered(value))).toBe(text);
      }),
      { numRuns, seed: 9 },
    );
  });

  test("[T3] a change of one member leaves the lines of all others as they were", () => {
    fc.assert(
      fc.property(
        written(plainManner),
        fc.integer(),
        values,
        ({ text }, seed, other) => {
          const change = changeOfMember(readAs(text), new Dice(seed), other);
          fc.pre(change !== undefined);
          const lines = text.split(/\r?\n/);
          const result = editTemplateText(text, change.value).split(/\r?\n/);
          const { first, last } = ownLines(text, change);
          const behind = lines.slice(last + 1);
          expect(result.slice(0, first)).toEqual(lines.slice(0, first));
          expect(result.slice(result.length - behind.length)).toEqual(behind);
        },
      ),
      { numRuns: numRuns * 2, seed: 10 },
    );
  });
});

/** The same value with all members the other way round. */
function reordered(value: Json): Json {
  if (isJsonList(value)) return value.map(reordered);
  return isJsonObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([name, member]) => [name, reordered(member)]),
      )
    : value;
}

interface MemberChange {
  readonly kind: "set" | "remove" | "add";
  /** Of the member, or of the one that it is added behind. */
  readonly path: Path;
  readonly span: Span;
  readonly value: Json;
}

/** A change of a member at random; undefined where it would change what is around it. */
function changeOfMember(
  { value, eachSpan }: TemplateText,
  dice: Dice,
  other: Json,
): MemberChange | undefined {
  const places: { path: Path; span: Span }[] = [];
  eachSpan((path, span) => {
    if (typeof path.at(-1) === "string") places.push({ path, span });
  });
  const place = dice.pick(places);
  const kind = dice.pick(["set", "remove", "add"] as const) ?? "set";
  if (place === undefined) return undefined;
  const around = place.path.slice(0, -1);
  const outer = valueAt(value, around);
  const name = String(place.path.at(-1));
  if (!isJsonObject(outer) || isFunction(outer)) return undefined;
  const { [name]: _, ...others } = outer;
  if (kind === "set") {
    const changed = replaceAt(value, around, { ...outer, [name]: other });
    return { ...place, kind, value: changed };
  }
  if (kind === "remove")
    return Object.keys(others).length === 0 || isFunction(others)
      ? undefined
      : { ...place, kind, value: replaceAt(value, around, others) };
  const last = places.findLast(({ path }) =>
    samePath(path.slice(0, -1), around),
  );
  const changed = replaceAt(value, around, { ...outer, New: other });
  return { ...(last ?? place), kind, value: changed };
}

function isFunction(value: JsonObject): boolean {
  const [name = "", ...others] = Object.keys(value);
  return others.length === 0 && /^(?:Fn::|Ref$|Condition$)/.test(name);
}

function replaceAt(value: Json, path: Path, by: Json): Json {
  const [first, ...rest] = path;
  if (first === undefined) return by;
  if (isJsonList(value))
    return value.map((item, index) =>
      index === first ? replaceAt(item, rest, by) : item,
    );
  const object = isJsonObject(value) ? value : {};
  return { ...object, [first]: replaceAt(object[first] ?? null, rest, by) };
}

/**
 * The lines that a change may touch: those of the member; when it goes, also comments and empty lines around it, and
 * the lines of its neighbours, which may move to the line of a dash or lose a comma; when it is new, the last line of
 * the one before, which may get a comma.
 */
function ownLines(text: string, { kind, span }: MemberChange) {
  const lines = text.split(/\r?\n/);
  const lineOf = (at: number) => text.slice(0, at).split("\n").length - 1;
  const isFree = (line: number) => /^\s*(?:#.*)?$/.test(lines[line] ?? "");
  let first = lineOf(kind === "add" ? span.end : span.start);
  let last = lineOf(span.end);
  if (kind !== "remove") return { first, last };
  while (first > 0 && isFree(first - 1)) first--;
  while (last < lines.length - 1 && isFree(last + 1)) last++;
  return { first: Math.max(0, first - 1), last: last + 1 };
}
