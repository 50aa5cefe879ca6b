import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import type { Rule } from "../rule.ts";
import { sameJson } from "../../problem/same-json.ts";
import { printOperator } from "../../policy/operators.ts";
import {
  conditionsOf,
  nameOf,
  placeOf,
  withoutCondition,
} from "../written-conditions.ts";
import type { WrittenCondition } from "../written-conditions.ts";

/** Condition keys are read in any case, so two spellings are one key. */
export const conditionKeyRepeated: Rule = {
  family: "grammar",
  summary: "Each condition key stands once under an operator.",
  why: "AWS reads operators and condition keys in any case, so two spellings are one key that is written twice, and AWS does not say which of them holds.",
  mend: "Put the values into one list, or remove one of the two.",
  severity: "error",
  source: {
    title: "IAM User Guide, IAM Access Analyzer policy check reference",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
  },
  check: (subject) => {
    const seen = new Map<string, WrittenCondition>();
    return conditionsOf(subject).flatMap((condition) => {
      const said = saidBy(condition);
      const first = seen.get(said);
      if (first === undefined) {
        seen.set(said, condition);
        return [];
      }
      const isSame = sameJson(first.values, condition.values);
      return [
        mendedBy(
          {
            path: placeOf(condition),
            message: `${nameOf(condition)} is written twice, as ${nameOf(first)} before`,
            help: isSame
              ? "remove one of the two"
              : "put the values into one list, or remove one of the two",
          },
          isSame
            ? withoutCondition(subject, condition, "Remove the second one")
            : undefined,
        ),
      ];
    });
  },
};

function saidBy({ statement, parsed, operator, name }: WrittenCondition) {
  const read = parsed === undefined ? operator : printOperator(parsed);
  return `${statement.index} ${read} ${name}`;
}

const statement = (
  conditions: Readonly<Record<string, Readonly<Record<string, string>>>>,
) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "111122223333" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: conditions,
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: statement({
      StringEquals: {
        "aws:SourceAccount": "111122223333",
        "aws:sourceaccount": "111122223333",
      },
    }),
    at: `${statement0}.conditions.StringEquals["aws:sourceaccount"]`,
    good: statement({
      StringEquals: { "aws:SourceAccount": "111122223333" },
      StringLike: { "aws:sourceaccount": "1111*" },
    }),
  },
  {
    bad: statement({
      StringEquals: { "aws:PrincipalTag/a": "x" },
      stringequals: { "aws:principaltag/A": "y" },
    }),
    at: `${statement0}.conditions.stringequals["aws:principaltag/A"]`,
    good: statement({
      StringEquals: { "aws:PrincipalTag/a": "x", "aws:PrincipalTag/b": "y" },
    }),
  },
];
