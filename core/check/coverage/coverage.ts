import type { RuleName } from "../registry.ts";

/** What becomes here of the check of another tool. */
export type Covered =
  /** Rules of ours that find at least the same. */
  | readonly [RuleName, ...RuleName[]]
  /** What finds the same, where no rule does: a parser, a refusal, a view. */
  | { readonly by: string }
  /** Why the check does not apply to a key or a key policy that is being designed. */
  | { readonly outside: string }
  /** Why the check is wrong there. */
  | { readonly wrong: string; readonly instead?: readonly RuleName[] };

/** The checks of one tool by their names there. */
export interface Tool {
  readonly title: string;
  /** The version whose checks these are. */
  readonly version: string;
  readonly checks: Readonly<Record<string, Covered>>;
}
