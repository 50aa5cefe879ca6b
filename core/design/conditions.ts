/** Condition operators with their condition keys and values. */
export type Conditions = Readonly<
  Record<string, Readonly<Record<string, ConditionValue>>>
>;

/** What a condition compares with; a list means any of them. */
export type ConditionValue = ConditionScalar | readonly ConditionScalar[];

/** One value of a condition. */
export type ConditionScalar = string | number | boolean;
