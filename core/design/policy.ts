import type { JsonObject } from "../problem/json.ts";
import type { Conditions, Intrinsic } from "./conditions.ts";
import type { StatementList } from "./statement-lists.ts";

/** The statements a person wrote, and whether they come on top of the default policy or in its place. */
export interface KeyPolicy {
  readonly mode: "amend" | "replace";
  /** The version of the policy language. @default 2012-10-17 */
  readonly version?: "2008-10-17" | "none";
  /** The `Id` of the policy document. */
  readonly id?: string | Intrinsic;
  /** The only statement is written without a list around it. @default false */
  readonly single?: boolean;
  /** Whether statements are merged. @default what the feature flag says */
  readonly minimize?: boolean;
  readonly statements: readonly Statement[];
}

/** A statement of a key policy: in parts that the editor shows, or the JSON as it was found. */
export type Statement = StructuredStatement | VerbatimStatement;

/** A statement in parts. Where both an element and its `not` are absent, the statement has neither. */
export interface StructuredStatement {
  readonly sid?: string;
  readonly effect: Effect;
  /** `id`s of principals of the design. */
  readonly principals?: readonly string[];
  readonly notPrincipals?: readonly string[];
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  /** Operator, then condition key, then value or values, as in the policy. */
  readonly conditions?: Conditions;
  /** The condition of the template that decides whether the statement is there. @default it is there */
  readonly when?: {
    readonly condition: string;
    /** Whether it is there when the condition is true, or when it is false. */
    readonly is: boolean;
  };
  /** Elements with one member that are written as lists. @default none */
  readonly lists?: readonly StatementList[];
  /** The statement is kept in the design and left out of the policy. */
  readonly disabled?: boolean;
  /** The `id` of the applied recipe that wrote it; the design need not have one of this `id`. @default none did */
  readonly recipe?: string;
}

/** A statement kept as the JSON it was written in. */
export interface VerbatimStatement {
  readonly verbatim: JsonObject;
  /** No parameter is looked for in its texts: every part is written as it is. @default false */
  readonly raw?: boolean;
  /** The statement is kept in the design and left out of the policy. */
  readonly disabled?: boolean;
  /** The `id` of the applied recipe that wrote it; the design need not have one of this `id`. @default none did */
  readonly recipe?: string;
}

/** Allow or Deny. */
export type Effect = "Allow" | "Deny";

/** The statement is kept as JSON, not in parts. */
export function isVerbatim(
  statement: Statement,
): statement is VerbatimStatement {
  return "verbatim" in statement;
}

/** The statement is kept in the design and left out of the policy. */
export function isDisabled(statement: Statement): boolean {
  return statement.disabled === true;
}

/** The Sid of a statement, where it is a text. */
export function sidOf(statement: Statement): string | undefined {
  if (!isVerbatim(statement)) return statement.sid;
  const { Sid: sid } = statement.verbatim;
  return typeof sid === "string" ? sid : undefined;
}
