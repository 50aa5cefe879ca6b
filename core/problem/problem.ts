/** How bad a problem is: `error` stops a deployment or means harm, `warning` deserves a look, `info` is worth knowing. */
export type Severity = "error" | "warning" | "info";

/** Where a value stands in a document: property names and list positions from the root, `["keys", 0, "description"]`. */
export type Path = readonly (string | number)[];

/** A range of a text: offsets in UTF-16 code units, `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something that is wrong, as a value: what, where, and what to do about it. */
export interface Problem {
  /** A stable code such as `key/pending-window`; each folder of core lists its own. */
  readonly code: string;
  readonly severity: Severity;
  /** Where it is in the document that was read. */
  readonly path: Path;
  /** What is wrong, with the value received and what is allowed. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  /** Where it is in the text that was read, when there was one. */
  readonly span?: Span;
  /** The way through several places that makes it a problem, such as a cycle; it ends where it began. */
  readonly steps?: readonly ProblemStep[];
}

/** One step of a way through several places. */
export interface ProblemStep {
  /** What leads from this place to the next one, in words. */
  readonly text: string;
  readonly path: Path;
}

/** Either a value, or every reason why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A successful result. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failed result with at least one problem. */
export function failed(
  ...problems: readonly [Problem, ...Problem[]]
): Result<never> {
  return { ok: false, problems };
}

/** A failed result with all of these problems: at least one, and perhaps more than a call takes arguments. */
export function failedWith(problems: readonly Problem[]): Result<never> {
  return { ok: false, problems };
}

/** Two paths are the same place. */
export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && startsWithPath(a, b);
}

/** `path` is `prefix` or a place inside it. */
export function startsWithPath(path: Path, prefix: Path): boolean {
  return prefix.every((part, index) => path[index] === part);
}

/** A path as people read it: `keys[0].aliases[1]`. */
export function printPath(path: Path): string {
  return path
    .map((part, index) => {
      if (typeof part === "number") return `[${part}]`;
      if (!/^[A-Za-z_][\w-]*$/.test(part)) return `[${JSON.stringify(part)}]`;
      return index === 0 ? part : `.${part}`;
    })
    .join("");
}
