import type { OperatorName } from "../policy/operators.ts";

/** How an operator reads between a condition key and its values. */
export interface OperatorWords {
  readonly words: string;
  /** Present for an operator that is true where none of the values matches: how one that matches reads. */
  readonly opposite?: string;
}

const not = (words: string, opposite: string): OperatorWords => ({
  words,
  opposite,
});

/**
 * The words of each operator, different for each: `is` compares texts, and other types say what they compare.
 * `Bool` is `is` too, because the words for true and false are no texts.
 */
export const operatorWords: Readonly<Record<OperatorName, OperatorWords>> = {
  StringEquals: { words: "is" },
  StringNotEquals: not("is not", "is"),
  StringEqualsIgnoreCase: { words: "is, in any case," },
  StringNotEqualsIgnoreCase: not("is not, in any case,", "is, in any case,"),
  StringLike: { words: "is like" },
  StringNotLike: not("is not like", "is like"),
  ArnEquals: { words: "is the ARN" },
  ArnNotEquals: not("is not the ARN", "is the ARN"),
  ArnLike: { words: "is an ARN like" },
  ArnNotLike: not("is not an ARN like", "is an ARN like"),
  Bool: { words: "is the Boolean" },
  Null: { words: "is absent:" },
  NumericEquals: { words: "equals" },
  NumericNotEquals: not("does not equal", "equals"),
  NumericLessThan: { words: "is less than" },
  NumericLessThanEquals: { words: "is at most" },
  NumericGreaterThan: { words: "is more than" },
  NumericGreaterThanEquals: { words: "is at least" },
  DateEquals: { words: "is the time" },
  DateNotEquals: not("is not the time", "is the time"),
  DateLessThan: { words: "is before" },
  DateLessThanEquals: { words: "is at or before" },
  DateGreaterThan: { words: "is after" },
  DateGreaterThanEquals: { words: "is at or after" },
  BinaryEquals: { words: "is the Base64" },
  IpAddress: { words: "is in" },
  NotIpAddress: not("is not in", "is in"),
};
