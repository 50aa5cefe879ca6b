import type { Json } from "../problem/json.ts";
import type { Path, Problem, Result, Span } from "../problem/problem.ts";
import { ok } from "../problem/problem.ts";
import { spanAt, visitSpans } from "./node-spans.ts";
import { readTree } from "./read-tree.ts";

/** What a template's text says, and where. */
export interface TemplateText {
  /** The value, with intrinsic functions in their long form. */
  readonly value: Json;
  readonly language: "yaml" | "json";
  /** The range of the value at a path, or of the nearest value around it; that of a member has its name in it. */
  readonly spanOf: (path: Path) => Span | undefined;
  /** Visits all places that have a text of their own, in its order, what is around others before them. */
  readonly eachSpan: (visit: (path: Path, span: Span) => void) => void;
  /** What was read past, such as names that are there twice. */
  readonly warnings: readonly Problem[];
}

/**
 * The value of a CloudFormation template in YAML or JSON, or what keeps the text from being one. Whatever the text, it
 * does not throw, and takes a second or two at most.
 */
export function readTemplateText(text: string): Result<TemplateText> {
  const read = readTree(text);
  if (!read.ok) return read;
  const { value, language, root, warnings } = read.value;
  return ok({
    value,
    language,
    spanOf: (path) => spanAt(root(), path),
    eachSpan: (visit) => {
      visitSpans(root(), visit);
    },
    warnings,
  });
}
