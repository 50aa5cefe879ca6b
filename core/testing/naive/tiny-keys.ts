import type { Json } from "../../problem/json.ts";
import { keysOfCaller } from "./caller.ts";
import type { ContextValue } from "./naive-request.ts";

/** A condition key of the tiny space, and what random policies say of it. */
export interface TinyKey {
  readonly key: string;
  readonly operators: readonly string[];
  readonly wanted: readonly Json[];
  /** What operators without wildcards compare with. @default wanted */
  readonly plainlyWanted?: readonly Json[];
  /** What requests give, apart from nothing; enough for each way in which all of `wanted` can turn out. */
  readonly given: readonly ContextValue[];
}

const stringOperators = [
  "StringEquals",
  "StringNotEquals",
  "StringEqualsIgnoreCase",
  "StringNotEqualsIgnoreCase",
  "StringLike",
  "StringNotLike",
];
const arnOperators = ["ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"];
const comparisons = [
  "Equals",
  "NotEquals",
  "LessThan",
  "LessThanEquals",
  "GreaterThan",
  "GreaterThanEquals",
];

/** Every text over some letters, up to a length. */
export function words(letters: string, longest: number): readonly string[] {
  if (longest === 0) return [""];
  const shorter = words(letters, longest - 1);
  const longer = shorter
    .filter((word) => word.length === longest - 1)
    .flatMap((word) => Array.from(letters, (letter) => word + letter));
  return [...shorter, ...longer];
}

/** Every set of some members but the empty one. */
export function subsets(
  members: readonly string[],
): readonly (readonly string[])[] {
  const [first, ...rest] = members;
  if (first === undefined) return [];
  const without = subsets(rest);
  return [[first], ...without, ...without.map((set) => [first, ...set])];
}

const text: TinyKey = {
  key: "kms:EncryptionContext:k",
  operators: stringOperators,
  wanted: ["a", "ab", "B", "a*", "*b", "a?b", "*a*", "*a*b*", "?", "??", "*"],
  // Without wildcards an operator asks for the asterisk itself.
  given: [
    ...words("abcB", 4),
    ..."A AB Ab ? ?? * a* A* *b *B a?b A?b a?B A?B".split(" "),
    ..."*a* *A* *a*b* *A*b* *a*B* *A*B*".split(" "),
  ],
};

const alias: TinyKey = {
  key: "kms:RequestAlias",
  operators: stringOperators,
  wanted: ["alias/a", "alias/a*", "alias/*b", "alias/?", "alias/b"],
  given: words("abc", 3)
    .slice(1)
    .map((word) => `alias/${word}`)
    .concat(
      ["A", "B", "AB", "A*", "*B", "?"].map((name) => `ALIAS/${name}`),
      ["a*", "A*", "*b", "*B", "?"].map((name) => `alias/${name}`),
    ),
};

const viaService: TinyKey = {
  key: "kms:ViaService",
  operators: stringOperators,
  wanted: [
    "s3.us-east-1.amazonaws.com",
    "s3.*.amazonaws.com",
    "*.us-east-1.amazonaws.com",
    "ec2.*.amazonaws.com",
  ],
  given: ["s3", "S3", "ec2", "EC2", "rds", "*"].flatMap((service) =>
    ["us-east-1", "US-EAST-1", "eu-west-1", "*"].map(
      (region) => `${service}.${region}.amazonaws.com`,
    ),
  ),
};

const organisation: TinyKey = {
  key: "aws:PrincipalOrgID",
  operators: ["StringEquals", "StringNotEquals", "StringLike", "StringNotLike"],
  wanted: ["o-aaaaaaaaaa", "o-bbbbbbbbbb", "o-a*"],
  given: [
    "o-aaaaaaaaaa",
    "o-bbbbbbbbbb",
    "o-accccccccc",
    "o-cccccccccc",
    "o-a*",
  ],
};

const number: TinyKey = {
  key: "aws:MultiFactorAuthAge",
  operators: comparisons.map((name) => `Numeric${name}`),
  wanted: ["10", "20", 20, "10.0"],
  given: [1, 10, "15", 20, 30],
};

const date: TinyKey = {
  key: "aws:TokenIssueTime",
  operators: comparisons.map((name) => `Date${name}`),
  wanted: ["2026-01-01T00:00:00Z", "2026-07-01T02:00:00+02:00", "1767225600"],
  given: [
    "2025-06-01T00:00:00Z",
    "2026-01-01T00:00:00Z",
    "2026-04-01T00:00:00Z",
    "2026-07-01T00:00:00Z",
    "2026-10-01T00:00:00Z",
  ],
};

const truth: TinyKey = {
  key: "aws:MultiFactorAuthPresent",
  operators: ["Bool"],
  wanted: ["true", "false", "True", true, "yes"],
  given: ["true", "false"],
};

const bytes: TinyKey = {
  key: "kms:EncryptionContext:bytes",
  operators: ["BinaryEquals"],
  wanted: ["QUJD", "REVG"],
  given: ["QUJD", "REVG", "R0hJ"],
};

const address: TinyKey = {
  key: "aws:SourceIp",
  operators: ["IpAddress", "NotIpAddress"],
  wanted: [
    "10.0.0.0/8",
    "10.1.0.0/16",
    "0.0.0.0/0",
    "203.0.113.7",
    "2001:db8::/32",
    "::/0",
  ],
  given: [
    "10.1.0.1",
    "10.2.0.1",
    "203.0.113.7",
    "203.0.113.8",
    "2001:db8::1",
    "2001:db9::1",
  ],
};

const source: TinyKey = {
  key: "aws:SourceArn",
  operators: arnOperators,
  wanted: [
    "arn:aws:s3:::a*",
    "arn:aws:s3:::ab",
    "arn:aws:*:*:111122223333:*",
    "arn:aws:sns:us-east-1:111122223333:a?b",
    "arn:aws:s*:us-east-?:*:*b",
    "arn:aws:*:b",
  ],
  given: ["s3", "sns", "logs"].flatMap((service) =>
    [":", "us-east-1:111122223333", "us-east-1:444455556666"].flatMap((place) =>
      ["a", "b", "c", "ab", "ac", "acb", "acc", "a:b"].map(
        (name) => `arn:aws:${service}:${place}:${name}`,
      ),
    ),
  ),
};

function several(key: string): TinyKey {
  return {
    key,
    operators: ["ForAllValues:", "ForAnyValue:"].flatMap((prefix) =>
      stringOperators.map((operator) => prefix + operator),
    ),
    wanted: ["a", "b", "a*", "*b"],
    plainlyWanted: ["a", "b"],
    given: subsets(["a", "b", "ab", "ac", "cb", "c", "A", "B"]),
  };
}

function ofCaller(
  key: string,
  operators: readonly string[],
  wanted: readonly Json[],
): TinyKey {
  return { key, operators, wanted, given: [] };
}

const sameOrNot = ["StringEquals", "StringNotEquals"];
const accounts = ["111122223333", "444455556666"];

/** What aws:PrincipalArn is compared with. */
const callerArns = [
  "arn:aws:iam::111122223333:role/a",
  "arn:aws:iam::111122223333:role/a*",
  "arn:aws:iam::111122223333:role/p/*",
  "arn:aws:iam::*:role/*b",
  "arn:aws:iam::*:user/?",
  "arn:aws:iam::444455556666:root",
  "arn:aws:sts::111122223333:federated-user/*",
  "arn:aws:*:111122223333:root",
];

const keysOfCallers: readonly TinyKey[] = [
  ofCaller(
    "aws:PrincipalArn",
    [...arnOperators, ...sameOrNot, "StringLike", "StringNotLike"],
    callerArns,
  ),
  ofCaller("kms:CallerAccount", sameOrNot, accounts),
  ofCaller("aws:PrincipalAccount", [...sameOrNot, "StringLike"], accounts),
  ofCaller("aws:PrincipalIsAWSService", ["Bool"], ["true", "false"]),
  ofCaller("aws:PrincipalServiceName", sameOrNot, [
    "logs.us-east-1.amazonaws.com",
  ]),
  ofCaller("aws:PrincipalType", sameOrNot, ["User", "AssumedRole", "Account"]),
];

/** The condition keys that random policies use. */
export const tinyKeys: readonly TinyKey[] = [
  text,
  alias,
  viaService,
  organisation,
  number,
  date,
  truth,
  bytes,
  address,
  source,
  several("kms:EncryptionContextKeys"),
  several("aws:TagKeys"),
  ...keysOfCallers,
];

const tenants = ["", "a", "b", "ab", "aa", "c", "ac", "aac", "a*"];

/** The keys that random policies with variables use as well: a tag, and what is compared with it. */
export const tinyVariableKeys: readonly TinyKey[] = [
  {
    key: "aws:PrincipalTag/t",
    operators: ["StringEquals", "StringNotEquals", "StringLike"],
    wanted: ["a", "a*"],
    given: tenants,
  },
  {
    key: "kms:EncryptionContext:t",
    operators: [
      "StringEquals",
      "StringNotEquals",
      "StringLike",
      "StringNotLike",
    ],
    wanted: [
      "${aws:PrincipalTag/t}",
      "a${aws:PrincipalTag/t}",
      "${aws:PrincipalTag/t, 'a'}",
      "a*",
    ],
    given: [...tenants, "cc", "acc", "aa*"],
  },
];

const byName = new Map(
  [...tinyKeys, ...tinyVariableKeys].map((row) => [row.key.toLowerCase(), row]),
);

/** What requests give for a key, apart from nothing; the key is none of those that follow from the caller. */
export function givenFor(key: string): readonly ContextValue[] {
  const found = byName.get(key.toLowerCase());
  if (found === undefined)
    throw new Error(`the tiny space has no condition key ${key}`);
  return found.given;
}

export function followsFromCaller(key: string): boolean {
  return keysOfCaller.includes(key.toLowerCase());
}
