import type * as Addresses from "../evaluate/addresses.ts";
import type * as CallerModule from "../evaluate/caller.ts";
import type * as ComparisonModule from "../evaluate/comparison.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import type * as Dates from "../evaluate/dates.ts";
import type * as Matchers from "../evaluate/matchers.ts";
import type * as Numbers from "../evaluate/numbers.ts";
import type * as Principals from "../evaluate/principals.ts";
import type { NamedPrincipal } from "../evaluate/principals.ts";
import type * as StatementModule from "../evaluate/statement.ts";
import type * as Globs from "../policy/glob.ts";
import type { OperatorName } from "../policy/operators.ts";
import type { Json, JsonObject } from "../problem/json.ts";

/** What is broken now, by its name. */
export const planted = { bug: "" };

function bugOf<Change>(
  changes: Readonly<Record<string, Change>>,
): Change | undefined {
  return Object.hasOwn(changes, planted.bug) ? changes[planted.bug] : undefined;
}

type Swap = Partial<Record<OperatorName, OperatorName>>;

/** Operators that are taken for others. */
export const swappedOperators: Readonly<Record<string, Swap>> = {
  "StringEqualsIgnoreCase minds the case": {
    StringEqualsIgnoreCase: "StringEquals",
    StringNotEqualsIgnoreCase: "StringNotEquals",
  },
  "StringEquals does not mind the case": {
    StringEquals: "StringEqualsIgnoreCase",
    StringNotEquals: "StringNotEqualsIgnoreCase",
  },
  "StringNotEquals has wildcards": { StringNotEquals: "StringNotLike" },
  "StringLike takes wildcards as text": { StringLike: "StringEquals" },
  "ArnLike lets a star cross colons": {
    ArnLike: "StringLike",
    ArnEquals: "StringLike",
    ArnNotEquals: "StringLike",
  },
  "ArnEquals has no wildcards": { ArnEquals: "StringEquals" },
  "NumericEquals is at most": { NumericEquals: "NumericLessThanEquals" },
  "NumericLessThan is at most": { NumericLessThan: "NumericLessThanEquals" },
  "NumericLessThanEquals is less than": {
    NumericLessThanEquals: "NumericLessThan",
  },
  "NumericGreaterThan is at least": {
    NumericGreaterThan: "NumericGreaterThanEquals",
  },
  "NumericGreaterThanEquals is more than": {
    NumericGreaterThanEquals: "NumericGreaterThan",
  },
  "DateLessThan is at most": { DateLessThan: "DateLessThanEquals" },
  "DateGreaterThanEquals is after": {
    DateGreaterThanEquals: "DateGreaterThan",
  },
  "Bool minds the case": { Bool: "StringEquals" },
  "IpAddress compares texts": { IpAddress: "StringEquals" },
};

/** The module with the planted bug. */
export function matchersWithBug(real: typeof Matchers): typeof Matchers {
  return {
    ...real,
    matcherOf: (operator, values, hasVariables) => {
      const other = bugOf(swappedOperators)?.[operator] ?? operator;
      const list = planted.bug === "only the first value counts";
      const matcher = real.matcherOf(
        other,
        list ? values.slice(0, 1) : values,
        hasVariables,
      );
      if (planted.bug === "negation is forgotten")
        return { ...matcher, differs: matcher.matches };
      return planted.bug === "BinaryEquals holds never" &&
        operator === "BinaryEquals"
        ? { ...matcher, matches: () => false }
        : matcher;
    },
  };
}

type ReadComparison = typeof ComparisonModule.readComparison;
type Told = Parameters<ReadComparison>;

const toldOtherwise: Readonly<Record<string, (told: Told) => Told>> = {
  "ForAllValues is ForAnyValue": ([operator, ...rest]) => [
    operator.replace(/^ForAllValues/i, "ForAnyValue"),
    ...rest,
  ],
  "IfExists is ignored": ([operator, ...rest]) => [
    operator.replace(/IfExists$/i, ""),
    ...rest,
  ],
  "every operator is IfExists": ([operator, ...rest]) => [
    /^(?:Null|For.*|.*IfExists)$/i.test(operator)
      ? operator
      : `${operator}IfExists`,
    ...rest,
  ],
  "operators mind the case": ([operator, ...rest]) => [
    /^[A-Z][a-z]/.test(operator) ? operator : "StringResembles",
    ...rest,
  ],
  "policy variables are texts": ([operator, entry]) => [operator, entry, false],
};

/** What a comparison makes of a missing key, otherwise than it should. */
const missingOtherwise: Readonly<
  Record<string, (comparison: Comparison) => boolean | undefined>
> = {
  "ForAllValues of a missing key is false": ({ operator }) =>
    operator?.prefix === "ForAllValues" ? false : undefined,
  "ForAnyValue of a missing key is true": ({ operator }) =>
    operator?.prefix === "ForAnyValue" ? true : undefined,
  "a negated operator is false for a missing key": ({ isNegated }) =>
    isNegated ? false : undefined,
  "a missing key is whatever is asked": ({ operator }) =>
    operator?.name.startsWith("String") ? true : undefined,
};

/** The module with the planted bug. */
export function comparisonWithBug(
  real: typeof ComparisonModule,
): typeof ComparisonModule {
  return {
    ...real,
    readComparison: (...told) => {
      const asked = bugOf(toldOtherwise)?.(told) ?? told;
      const comparison = real.readComparison(...asked);
      const { holds, operator, key } = comparison;
      if (planted.bug === "condition keys mind the case")
        return { ...comparison, name: key };
      if (planted.bug === "Null is turned round" && operator?.name === "Null")
        return {
          ...comparison,
          holds: (value) =>
            holds(value === undefined ? "x" : undefined, new Map()),
        };
      const missing = bugOf(missingOtherwise)?.(comparison);
      return missing === undefined
        ? comparison
        : {
            ...comparison,
            holds: (value, context) =>
              value === undefined ? missing : holds(value, context),
          };
    },
  };
}

function renamed(json: JsonObject, from: string, to: string): JsonObject {
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name === from ? to : name,
      value,
    ]),
  );
}

const saidOtherwise: Readonly<
  Record<string, (statement: JsonObject) => JsonObject>
> = {
  "NotAction is Action": (one) => renamed(one, "NotAction", "Action"),
  "NotResource is Resource": (one) => renamed(one, "NotResource", "Resource"),
  "NotPrincipal is Principal": (one) =>
    renamed(one, "NotPrincipal", "Principal"),
  "resources are not looked at": (one) => ({
    ...renamed(one, "NotResource", "Ignored"),
    Resource: "*",
  }),
  "conditions of a Deny are not looked at": ({ Condition: block, ...rest }) =>
    rest["Effect"] === "Deny" || block === undefined
      ? rest
      : { ...rest, Condition: block },
  "a Deny is an Allow": (one) => ({ ...one, Effect: "Allow" }),
};

/** The module with the planted bug. */
export function statementWithBug(
  real: typeof StatementModule,
): typeof StatementModule {
  return {
    ...real,
    readPolicy: (document) => {
      const change = bugOf(saidOtherwise);
      const { Statement: list = [] } = document;
      const read = (json: Json) =>
        typeof json === "object" && json !== null && "Effect" in json
          ? (change?.(json) ?? json)
          : json;
      return real.readPolicy(
        change === undefined
          ? document
          : {
              ...document,
              Statement: Array.isArray(list) ? list.map(read) : read(list),
            },
      );
    },
  };
}

type Fits = NamedPrincipal["fits"];

/** How a principal fits a caller, otherwise than it should. */
const fitsOtherwise: Readonly<Record<string, (one: NamedPrincipal) => Fits>> = {
  "an account is its principals itself":
    ({ fits }) =>
    (caller) =>
      fits(caller) === "account" ? "itself" : fits(caller),
  "an account is its root user alone":
    ({ fits }) =>
    (caller) =>
      fits(caller) === "account" ? "none" : fits(caller),
  "a root user is like others of its account":
    ({ fits, account }) =>
    (caller) =>
      caller.kind === "root" &&
      account !== undefined &&
      caller.account === account
        ? "account"
        : fits(caller),
  "a role is not its sessions":
    ({ fits, text }) =>
    (caller) =>
      text.includes(":role/") ? "none" : fits(caller),
  "a session is every session of its role":
    ({ fits, text }) =>
    (caller) =>
      text.includes(":assumed-role/") &&
      caller.kind === "role" &&
      text.includes(`::${caller.account}:`) &&
      text.split("/")[1] === caller.role
        ? "itself"
        : fits(caller),
  "everyone is no service":
    ({ fits, text }) =>
    (caller) =>
      text === "*" && caller.kind === "service" ? "none" : fits(caller),
  "a service is every service":
    ({ fits, type }) =>
    (caller) =>
      type === "Service" && caller.kind === "service" ? "itself" : fits(caller),
};

/** The module with the planted bug. */
export function principalsWithBug(real: typeof Principals): typeof Principals {
  return {
    ...real,
    readPrincipals: (element) => {
      const change = bugOf(fitsOtherwise);
      return real
        .readPrincipals(element)
        ?.map((one) =>
          change === undefined ? one : { ...one, fits: change(one) },
        );
    },
    fitOfAny: (list) => {
      if (planted.bug === "the last principal counts")
        return real.fitOfAny(list.slice(-1));
      return bugOf(fitsOtherwise) === undefined
        ? real.fitOfAny(list)
        : (caller) => real.bestFit(list, caller);
    },
    fitsOthers: (list, caller) => {
      const fit = real.fitsOthers(list, caller);
      return planted.bug === "NotPrincipal exempts half" && fit === undefined
        ? "none"
        : fit;
    },
  };
}

/** The module with the planted bug. */
export function addressesWithBug(real: typeof Addresses): typeof Addresses {
  return {
    ...real,
    addressRange: (text) => {
      const range = real.addressRange(text);
      return range && planted.bug === "a range lacks its last address"
        ? { ...range, last: range.last - 1n }
        : range;
    },
    isInRange: (address, range) =>
      real.isInRange(address, range) ||
      (planted.bug === "0.0.0.0/0 is everything" && range.first === 0n),
  };
}

/** The module with the planted bug. */
export function datesWithBug(real: typeof Dates): typeof Dates {
  const otherwise: Readonly<Record<string, (text: string) => string>> = {
    "the zone of a date is ignored": (text) =>
      text.replace(/[+-]\d\d:\d\d$/, "Z"),
    "seconds are milliseconds": (text) =>
      /^\d+$/.test(text) ? text.slice(0, -3) : text,
  };
  return {
    ...real,
    readDate: (text) => real.readDate(bugOf(otherwise)?.(text) ?? text),
  };
}

/** The module with the planted bug. */
export function numbersWithBug(real: typeof Numbers): typeof Numbers {
  return {
    ...real,
    readNumber: (text) =>
      planted.bug === "10.0 is no number" && text.includes(".")
        ? undefined
        : real.readNumber(text),
  };
}

/** The module with the planted bug. */
export function globsWithBug(real: typeof Globs): typeof Globs {
  const otherwise: Readonly<Record<string, (glob: Globs.Glob) => Globs.Glob>> =
    {
      "a question mark is nothing": (glob) =>
        glob.filter((part) => part !== real.ONE),
      "a star needs a character": (glob) =>
        glob.flatMap((part): Globs.Glob =>
          part === real.ANY ? [real.ONE, real.ANY] : [part],
        ),
    };
  return {
    ...real,
    matchesGlob: (glob, text) =>
      real.matchesGlob(bugOf(otherwise)?.(glob) ?? glob, text),
  };
}

/** The module with the planted bug. */
export function callerWithBug(real: typeof CallerModule): typeof CallerModule {
  return {
    ...real,
    contextOfCaller: (caller) =>
      real.contextOfCaller(caller).map(([key, value]) => {
        if (caller.kind === "service") return [key, value];
        return planted.bug === "a session has its own ARN" &&
          key === "aws:PrincipalArn"
          ? [key, caller.arn]
          : [key, value];
      }),
  };
}
