import type { SourceRef } from "../sources.ts";

/** The type of a condition key's values; it decides which operators fit. */
export type ConditionKeyType =
  "String" | "ARN" | "Bool" | "Numeric" | "Date" | "IpAddress";

/**
 * Which requests carry a condition key: those of the actions whose rows in
 * `kmsActions` name it, besides them every request on a key, every request
 * at all, or none.
 */
export type ConditionKeyActions =
  "as-listed" | "every-key-action" | "every-request" | "none";

/** What a row of `conditionKeys` and `globalConditionKeys` says. */
export interface ConditionKeyRow {
  readonly type: ConditionKeyType;
  /** Operators of these types fit too. */
  readonly otherTypes?: readonly ConditionKeyType[];
  /** Needs `ForAnyValue` or `ForAllValues`. */
  readonly multiValued: boolean;
  readonly actions: ConditionKeyActions;
  /** The only values a request can carry; null when they are free. */
  readonly allowedValues: readonly string[] | null;
  /** Works in a key policy. */
  readonly usableInKeyPolicy: boolean;
  readonly deprecated: boolean;
  /** One short sentence: what the key stands for. */
  readonly summary: string;
  /** What to watch when using it. */
  readonly note?: string;
  /** No source confirms the row. */
  readonly unconfirmed?: true;
  readonly source: SourceRef;
}

/** What a row of `globalConditionKeys` says besides. */
export interface GlobalConditionKeyRow extends ConditionKeyRow {
  /** In the context of every request, also of anonymous ones. */
  readonly alwaysPresent: boolean;
  /** When a request carries it. */
  readonly presence: string;
  /** Of use on KMS requests. */
  readonly relevantToKms: boolean;
}
