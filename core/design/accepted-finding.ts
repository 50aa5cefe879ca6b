import type { Path, Problem } from "../problem/problem.ts";

/** A finding that the person accepts, and why. */
export interface AcceptedFinding {
  /** Its name, unique among the accepted findings of the design. */
  readonly id: string;
  /** The code of the finding, which is the name of the rule. */
  readonly rule: string;
  /** The `id` of the key. @default a finding about the design as a whole */
  readonly key?: string;
  /** The Sid of the statement. @default whatever statement */
  readonly statement?: string;
  /** Why it is accepted; scanners of templates are told. */
  readonly reason: string;
}

/** The properties of an accepted finding, in their order in the file. */
export const acceptedProperties = [
  "id",
  "rule",
  "key",
  "statement",
  "reason",
] as const satisfies readonly (keyof AcceptedFinding)[];

/** What a reason is: a text that says something. */
export const reasonForm = {
  form: /\S/,
  words: "a reason, in a few words",
} as const;

/** What is wrong with a reason; undefined where nothing is. */
export function reasonProblem(
  reason: string,
  path: Path = [],
): Problem | undefined {
  if (reasonForm.form.test(reason)) return undefined;
  return {
    code: "accepted/reason",
    severity: "error",
    path,
    message:
      "a finding is accepted for a reason, and this one is empty; it is written into the templates for other scanners",
    help: `write ${reasonForm.words}`,
  };
}
