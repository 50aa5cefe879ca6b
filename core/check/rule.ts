import type { DesignChange } from "../design/change.ts";
import { isDisabled } from "../design/design.ts";
import type { Design, Key, Statement } from "../design/design.ts";
import { statementsOf } from "../design/key-parts.ts";
import type { Path, Problem, Severity } from "../problem/problem.ts";

/** A change that mends a finding, and what to call it. */
export interface Fix {
  readonly title: string;
  readonly change: DesignChange;
}

/** Something a check found in a design, with a way to mend it where there is one. */
export interface Finding extends Problem {
  readonly fix?: Fix;
  /** Other ways to mend it, where there is a choice. */
  readonly otherFixes?: readonly Fix[];
  /** Why nothing needs to be done about it. @default something does */
  readonly standing?: Standing;
}

/** Why nothing needs to be done about a finding. */
export type Standing =
  /** The person accepts it. */
  | { readonly kind: "accepted"; readonly by: string; readonly reason: string }
  /** It looks like a fault and is none, which is proven or follows from the facts. */
  | { readonly kind: "closed"; readonly reason: string };

/** Every way to mend a finding, the first choice first. */
export function fixesOf({
  fix,
  otherFixes = [],
}: Pick<Finding, "fix" | "otherFixes">): readonly Fix[] {
  return fix === undefined ? otherFixes : [fix, ...otherFixes];
}

/** What a rule reports; the rule itself gives code and severity. */
export interface Report {
  readonly path: Path;
  readonly message: string;
  readonly help: string;
  readonly fix?: Fix;
  readonly otherFixes?: readonly Fix[];
  /** @default that of the rule */
  readonly severity?: Severity;
  /** Why it looks like a fault and is none; such reports are shown to whoever asks. */
  readonly closed?: string;
}

/** The families of rules: what they are about. */
export const families = {
  grammar: "Grammar of the policy language",
  "kms-facts": "Facts of AWS KMS",
  services: "Use by AWS services",
  "key-safety": "Safety of the key",
  "least-privilege": "Least privilege",
  deployment: "Deployment",
  portability: "Portability",
  cdk: "Traps of the CDK",
} as const satisfies Record<string, string>;

/** What a rule is about. */
export type Family = keyof typeof families;

/** A rule over one key of a design. */
export interface Rule {
  readonly family: Family;
  /** What it looks for, in a sentence. */
  readonly summary: string;
  /** Why that matters, in a sentence or two. */
  readonly why: string;
  /** How to mend it, in a sentence or two. */
  readonly mend: string;
  readonly severity: Severity;
  /** Where the fact behind it is written. */
  readonly source: RuleSource;
  readonly check: (subject: RuleSubject) => readonly Report[];
}

/** A page or a package that says what a rule relies on. */
export interface RuleSource {
  readonly title: string;
  readonly url: string;
}

/** The key that a rule looks at. */
export interface RuleSubject {
  readonly design: Design;
  readonly key: Key;
  /** Where the key stands in the design. */
  readonly path: Path;
}

/** A fix that changes one key. */
export function keyFix(
  title: string,
  key: Key,
  patch: Extract<DesignChange, { type: "edit-key" }>["patch"],
): Fix {
  return { title, change: { type: "edit-key", key: key.id, patch } };
}

/** What `check` finds in the statements of a key that are in its policy; `path` is the place of the statement. */
export function eachStatement<T>(
  { key, path }: RuleSubject,
  check: (statement: Statement, path: Path) => readonly T[],
): readonly T[] {
  return statementsOf(key).flatMap((statement, index) =>
    isDisabled(statement)
      ? []
      : check(statement, [...path, "policy", "statements", index]),
  );
}
