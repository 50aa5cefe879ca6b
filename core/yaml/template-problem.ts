import { maximumDepth } from "../problem/depth.ts";
import type { Problem, Span } from "../problem/problem.ts";
import { reservedNameProblems } from "../problem/reserved-names.ts";

/** A problem of a template's text; an error where nothing else is said. */
export function templateProblem(
  code: string,
  parts: Pick<Problem, "message" | "help" | "span"> &
    Partial<Pick<Problem, "severity" | "path">>,
): Problem {
  return { severity: "error", path: [], ...parts, code: `template/${code}` };
}

/** More values than any template has, with all aliases written out; guards everything that walks a template. */
export const maximumValues = 1_000_000;

/** The text has more than a template can have, in characters or in what they stand for. */
export function tooLarge(message: string, span: Span): Problem {
  const help = "check that this is the right file";
  return templateProblem("too-large", { message, help, span });
}

/** The value has more parts than `maximumValues`. */
export function tooManyValues(span: Span): Problem {
  const limit = `more than ${maximumValues} values`;
  return tooLarge(`the text stands for ${limit}`, span);
}

/** The value nests deeper than `maximumDepth`. */
export function tooDeep(span: Span): Problem {
  return templateProblem("depth", {
    message: `the template nests deeper than ${maximumDepth} levels`,
    help: "check that this is the right file",
    span,
  });
}

/** One mistake in the syntax brings others after it, and the first few are enough to mend it. */
export const maximumSyntaxProblems = 20;

/** The text is no YAML; `what` says why, in the words of its parser. */
export function syntaxProblem(what: string, span: Span): Problem {
  const words = what.slice(0, 200);
  return templateProblem("syntax", {
    message: `this is not valid YAML: ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
    help: "mend the text at this place",
    span,
  });
}

/** A name is there twice in one mapping. */
export function duplicateName(
  name: string,
  at: Required<Pick<Problem, "path" | "span">>,
): Problem {
  return templateProblem("duplicate-name", {
    severity: "warning",
    message: `${JSON.stringify(name)} is there twice in one mapping`,
    help: "the last one counts: remove the other",
    ...at,
  });
}

/** A tag that is none of CloudFormation. */
export function unknownTag(
  tag: string,
  at: Required<Pick<Problem, "path" | "span">>,
): Problem {
  return templateProblem("unknown-tag", {
    severity: "warning",
    message: `the tag \`${tag}\` is no intrinsic function of CloudFormation`,
    help: "the value is read as if the tag were not there: see whether that is what you mean",
    ...at,
  });
}

/** An alias of nothing that could be put in its place. */
export function badAlias(
  what: string,
  at: Required<Pick<Problem, "path" | "span">>,
): Problem {
  return templateProblem("alias", {
    message: what,
    help: "write the value itself in its place",
    ...at,
  });
}

/** Only the first document of a text is a template. */
export function moreDocuments(span: Span): Problem {
  return templateProblem("more-documents", {
    severity: "warning",
    message:
      "the text has more than one YAML document, and only the first is read",
    help: "remove the others, or read them one by one",
    span,
  });
}

/** The name cannot be one; `path` is that of the mapping. */
export function reservedName(
  name: string,
  { path, span }: Required<Pick<Problem, "path" | "span">>,
): readonly Problem[] {
  const problems = reservedNameProblems({ [name]: null }, path);
  return problems.map((problem) => ({ ...problem, span }));
}
