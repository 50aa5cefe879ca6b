import { printOperator } from "../../policy/operators.ts";
import type { Operator, OperatorName } from "../../policy/operators.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import type { Rule } from "../rule.ts";
import {
  eachCondition,
  nameOf,
  placeOf,
  renamed,
} from "../written-conditions.ts";
import type { WrittenCondition } from "../written-conditions.ts";

/** StringEquals compares letter by letter, asterisks included. */
export const wildcardInExactOperator: Rule = {
  family: "grammar",
  summary: "Values with wildcards stand under an operator that reads them.",
  why: "StringEquals compares letter by letter: an asterisk in its values matches an asterisk, and next to no request has one.",
  mend: "Use StringLike, or ArnLike for an ARN. ArnEquals reads wildcards as ArnLike does.",
  severity: "warning",
  source: {
    title: "IAM User Guide, String condition operators",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String",
  },
  check: (subject) =>
    eachCondition(subject, (condition) => {
      const { parsed, texts } = condition;
      if (parsed === undefined || !exact.has(parsed.name)) return [];
      const open = texts.filter(hasWildcard);
      if (open.length === 0) return [];
      const by = likeOf(condition, parsed);
      return [
        mendedBy(
          {
            path: placeOf(condition),
            message: `${nameOf(condition)} compares \`${open.join("`, `")}\` letter by letter, wildcards included`,
            help:
              by === undefined
                ? "name the values, or use `StringLike`, which minds the case"
                : `write \`${by}\``,
          },
          by === undefined
            ? undefined
            : renamed(subject, condition, {
                title: `Write ${by}`,
                operator: by,
              }),
        ),
      ];
    }),
};

const exact: ReadonlySet<OperatorName> = new Set([
  "StringEquals",
  "StringNotEquals",
  "StringEqualsIgnoreCase",
  "StringNotEqualsIgnoreCase",
]);

/** What stands in a policy variable is none, such as the asterisk that `${*}` stands for. */
function hasWildcard(text: string): boolean {
  return /[*?]/.test(text.replaceAll(/\$\{[^}]*\}/g, ""));
}

function likeOf(
  { row, texts }: WrittenCondition,
  parsed: Operator,
): string | undefined {
  if (parsed.name.endsWith("IgnoreCase")) return undefined;
  const isArn =
    row?.type === "ARN" &&
    texts.every((text) => /^arn:(?:[^:]*:){4}./.test(text));
  const like = isArn ? "ArnLike" : "StringLike";
  const notLike = isArn ? "ArnNotLike" : "StringNotLike";
  const name = parsed.name.includes("Not") ? notLike : like;
  return printOperator({ ...parsed, name });
}

const asking = (operator: string, key: string, value: string) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "111122223333" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { [operator]: { [key]: value } },
    },
  ],
});
const at = (operator: string, key: string) =>
  `${statement0}.conditions.${operator}["${key}"]`;

export const examples = (): Examples => [
  {
    bad: asking("StringEquals", "kms:ViaService", "s3.*.amazonaws.com"),
    at: at("StringEquals", "kms:ViaService"),
    good: asking("StringLike", "kms:ViaService", "s3.*.amazonaws.com"),
  },
  {
    bad: asking("StringEquals", "aws:SourceArn", "arn:aws:s3:::data-*"),
    at: at("StringEquals", "aws:SourceArn"),
    good: asking("ArnEquals", "aws:SourceArn", "arn:aws:s3:::data-*"),
  },
  {
    bad: asking("StringEqualsIgnoreCase", "aws:PrincipalTag/team", "red?"),
    at: at("StringEqualsIgnoreCase", "aws:PrincipalTag/team"),
    good: asking("StringEquals", "aws:PrincipalTag/team", "red${?}"),
  },
];
