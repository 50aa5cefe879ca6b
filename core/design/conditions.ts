import type { JsonObject } from "../problem/json.ts";

/** Condition operators with their condition keys and values. */
export type Conditions = Readonly<
  Record<string, Readonly<Record<string, ConditionValue>>>
>;

/** What a condition compares with; a list means any of them. */
export type ConditionValue =
  ConditionScalar | Intrinsic | readonly (ConditionScalar | Intrinsic)[];

/** One value of a condition. */
export type ConditionScalar = string | number | boolean;

/**
 * An intrinsic function of CloudFormation in its long form, `{ "Ref": "KeyAdmin" }`.
 * What stands in it is written as it is: no parameter of the design is looked for there.
 */
export type Intrinsic = JsonObject;
