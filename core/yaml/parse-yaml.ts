import { Composer, Lexer } from "yaml";
import type { CST, ParsedNode, Tags, YAMLError } from "yaml";
import type { Problem, Result, Span } from "../problem/problem.ts";
import { failed, failedWith, ok } from "../problem/problem.ts";
import { LooseLexer } from "./loose-lexer.ts";
import { readTokens } from "./read-tokens.ts";
import { maximumSyntaxProblems, syntaxProblem } from "./template-problem.ts";

/** The syntax tree of the first document of a text. */
export interface YamlDocument {
  readonly contents: ParsedNode | null;
  /** What stands before the contents. */
  readonly start: readonly CST.SourceToken[];
  /** Where the next document stands that is not empty. */
  readonly next: Span | undefined;
}

/** The first document of a text, or its mistakes. */
export function parseYaml(text: string): Result<YamlDocument> {
  // A byte order mark keeps the parser from seeing that a list begins.
  const start = text.startsWith("\ufeff") ? 1 : 0;
  const own = text.slice(start);
  const lexer = new LooseLexer(own);
  const read = parsed(text, readTokens(lexer.lexemes(), start));
  const { leftAt } = lexer;
  if (leftAt !== undefined) {
    const span = { start: start + leftAt, end: text.length };
    return failed(syntaxProblem("too many values go on too far left", span));
  }
  if (read.ok || !lexer.isLoose) return read;
  // What goes on too far left may have been left open by mistake; the strict lexer stops nearer to that place.
  const strict = parsed(text, readTokens(new Lexer().lex(own), start));
  return strict.ok ? read : strict;
}

function parsed(
  text: string,
  read: Result<readonly CST.Token[]>,
): Result<YamlDocument> {
  if (!read.ok) return read;
  const tokens = read.value;
  const [, second = tokens.length] = tokens.flatMap(({ type }, index) =>
    type === "document" ? [index] : [],
  );
  const first = tokens.slice(0, second);
  const composer = new Composer({
    // All scalars are texts; what they mean is said elsewhere.
    schema: "failsafe",
    customTags: tagsIn(text),
    // Names that are there twice are read, and told.
    uniqueKeys: false,
    keepSourceTokens: true,
    // A comment may stand right behind a quote or a bracket, as for CloudFormation.
    strict: false,
  });
  const [document] = composer.compose(first, true, text.length);
  const errors = document?.errors ?? [];
  if (errors.length > 0) return failedWith(problemsOf(errors));
  const start = first.find((token) => token.type === "document")?.start;
  const next = tokens.slice(second).find(hasContent);
  return ok({
    contents: document?.contents ?? null,
    start: start ?? [],
    next: next && { start: next.offset, end: text.length },
  });
}

/** So many tags are made known to the composer, which takes 20 µs to tell each use of another one. */
const maximumTags = 50;

/** The tags that a text may have, all of which leave the value as it is. */
function tagsIn(text: string): Tags {
  const tags = [...new Set(text.match(/![\w:.-]+/g))].slice(0, maximumTags);
  return tags.flatMap((tag) => [
    { tag, resolve: (scalar: string) => scalar },
    { tag, collection: "map" },
    { tag, collection: "seq" },
  ]);
}

function hasContent(token: CST.Token): boolean {
  return token.type === "document" && token.value !== undefined;
}

function problemsOf(errors: readonly YAMLError[]): readonly Problem[] {
  return errors
    .toSorted((a, b) => a.pos[0] - b.pos[0])
    .slice(0, maximumSyntaxProblems)
    .map(({ message, pos: [start, end] }) =>
      syntaxProblem(message, { start, end }),
    );
}
