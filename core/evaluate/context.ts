/** The value of a condition key in a request: one text, or several; an empty list counts as no value. */
export type ContextValue = string | readonly string[];

/** The condition keys of a request by their names in lower case, as IAM reads them in any case. */
export type Context = ReadonlyMap<string, ContextValue>;
