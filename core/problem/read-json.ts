import {
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";

import { depthProblem } from "./depth.ts";
import { parseJson } from "./json.ts";
import type { Json } from "./json.ts";
import type { Path, Problem, Result, Span } from "./problem.ts";
import { failed, ok } from "./problem.ts";
import { excessiveSize } from "./text-size.ts";

/** A JSON value that was read from a text, and where its parts stand in it. */
export interface LocatedJson {
  readonly value: Json;
  /** The range of the value at a path, or of the nearest value around it. */
  readonly spanOf: (path: Path) => Span | undefined;
}

/** The JSON value in a text, or what keeps it from being one. */
export function readJson(source: string): Result<LocatedJson> {
  // Some editors begin a file with a byte order mark; a space in its stead keeps every place.
  const text = source.replace(/^\ufeff/, " ");
  const refused = textProblem(text);
  if (refused !== undefined) return failed(refused);
  const value = parseJson(text);
  if (value === undefined) {
    const [first, ...rest] = syntaxProblems(text);
    return failed(first ?? syntaxProblem("invalid JSON", 0, 0), ...rest);
  }
  // The parser that finds places would run out of stack on a deeper value.
  const tooDeep = depthProblem(value);
  return tooDeep === undefined
    ? ok({ value, spanOf: spansIn(text) })
    : failed(tooDeep);
}

function textProblem(text: string): Problem | undefined {
  const size = excessiveSize(text);
  if (size === undefined) return undefined;
  return {
    code: "json/too-large",
    severity: "error",
    path: [],
    message: `the text has ${size}`,
    help: "check that this is the right file",
  };
}

/** One mistake in the syntax brings others after it, and the first few are enough to mend it. */
const maximumSyntaxProblems = 20;

function syntaxProblems(text: string): readonly Problem[] {
  const errors: ParseError[] = [];
  // A text that nests too deep for this parser is no document of ours.
  try {
    parseTree(text, errors, { disallowComments: true });
  } catch {
    return [syntaxProblem("nests too deep", 0, 0)];
  }
  return errors
    .slice(0, maximumSyntaxProblems)
    .map(({ error, offset, length }) =>
      syntaxProblem(wordsOf(printParseErrorCode(error)), offset, length),
    );
}

function wordsOf(code: string): string {
  return code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function syntaxProblem(what: string, start: number, length: number): Problem {
  return {
    code: "json/syntax",
    severity: "error",
    path: [],
    message: `this is not valid JSON: ${what}`,
    help: "mend the text at this place",
    span: { start, end: start + length },
  };
}

/** Finds places in a valid text; the text is parsed once, when the first place is asked for. */
function spansIn(text: string): (path: Path) => Span | undefined {
  let root: Node | undefined;
  return (path) => {
    root ??= parseTree(text);
    return root && spanIn(root, path);
  };
}

function spanIn(root: Node, path: Path): Span | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined)
      return { start: node.offset, end: node.offset + node.length };
  }
  return undefined;
}
