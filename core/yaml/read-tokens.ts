import { Parser } from "yaml";
import type { CST } from "yaml";
import { maximumDepth } from "../problem/depth.ts";
import type { Problem, Result, Span } from "../problem/problem.ts";
import { failed, failedWith, ok } from "../problem/problem.ts";
import { misplacedTokens } from "./misplaced-tokens.ts";
import {
  maximumSyntaxProblems,
  syntaxProblem,
  tooDeep,
  tooLarge,
} from "./template-problem.ts";

/**
 * How much of a text is read: one for each lexeme and line, and for each 16 characters. A common template of a
 * megabyte, which is the most that CloudFormation takes, has 350,000. Each one takes some 2 µs and 300 bytes.
 * Source: AWS CloudFormation User Guide, "Understand CloudFormation quotas".
 */
const maximumWork = 400_000;

/** The composer of `yaml` takes 20 µs for a mistake; in more work than this, the commonest are looked for before. */
const maximumUnseen = 50_000;

/** The tokens that lexemes from a place on make, unless they are too many, nest too deep or make no sense. */
export function readTokens(
  lexemes: Iterable<string>,
  start: number,
): Result<readonly CST.Token[]> {
  const parser = new Parser();
  parser.offset = start;
  const tokens: CST.Token[] = [];
  let work = 0;
  let odd = 0;
  for (const lexeme of lexemes) {
    work += workOf(lexeme);
    if (work > maximumWork) return failed(tooMuch(here(parser, lexeme)));
    // Around the collections is the document, and inside perhaps a scalar.
    if (parser.stack.length > maximumDepth + 2)
      return failed(tooDeep(here(parser, lexeme)));
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (isOdd(token)) odd++;
    }
    if (odd >= maximumSyntaxProblems) return failedWith(oddProblems(tokens));
  }
  tokens.push(...parser.end());
  const misplaced = work > maximumUnseen ? misplacedProblems(tokens) : [];
  return misplaced.length > 0 ? failedWith(misplaced) : ok(tokens);
}

function here({ offset }: Parser, { length }: string): Span {
  return { start: offset, end: offset + length };
}

function tooMuch(span: Span): Problem {
  return tooLarge("the text has more parts than a template can have", span);
}

function workOf(lexeme: string): number {
  let work = 1 + lexeme.length / 16;
  for (
    let at = lexeme.indexOf("\n");
    at !== -1;
    at = lexeme.indexOf("\n", at + 1)
  )
    work++;
  return work;
}

/** Between documents stands nothing but a few directives. */
function isOdd({ type }: CST.Token): boolean {
  return type === "error" || type === "directive";
}

function oddProblems(tokens: readonly CST.Token[]): readonly Problem[] {
  return tokens.filter(isOdd).map((token) => {
    const isError = token.type === "error";
    return unexpected(
      isError ? token.message : "unexpected directive",
      token.offset,
    );
  });
}

function misplacedProblems(tokens: readonly CST.Token[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const token of tokens)
    for (const { offset, type } of misplacedTokens(token)) {
      if (problems.length >= maximumSyntaxProblems) return problems;
      problems.push(unexpected(`unexpected ${type}`, offset));
    }
  return problems;
}

function unexpected(what: string, start: number): Problem {
  return syntaxProblem(what, { start, end: start + 1 });
}
