import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import type { Rule } from "../rule.ts";
import { printOperator } from "../../policy/operators.ts";
import type { Operator, SetPrefix } from "../../policy/operators.ts";
import {
  eachCondition,
  nameOf,
  placeOf,
  renamed,
} from "../written-conditions.ts";

/** How AWS reads a plain operator on a key with several values is not documented. */
export const setPrefixMissing: Rule = {
  family: "grammar",
  summary:
    "A condition on a key that may have several values says whether all or any of them have to fit.",
  why: "AWS documents what ForAllValues and ForAnyValue make of several values, and nothing of an operator without them: it may match where it should not.",
  mend: "Put ForAnyValue or ForAllValues before the operator.",
  severity: "warning",
  source: {
    title: "IAM User Guide, Set operators for multivalued context keys",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
  },
  check: (subject) =>
    eachCondition(subject, (condition) => {
      const { parsed, row, name } = condition;
      if (row?.multiValued !== true || parsed === undefined) return [];
      if (parsed.prefix !== undefined || parsed.name === "Null") return [];
      if (condition.values.length === 0) return [];
      const first = wantsAll.has(name) ? "ForAllValues" : "ForAnyValue";
      const other = wantsAll.has(name) ? "ForAnyValue" : "ForAllValues";
      const writing = (prefix: SetPrefix) => {
        const operator = withPrefix(parsed, prefix);
        return renamed(subject, condition, {
          title: `Write ${operator}`,
          operator,
        });
      };
      return [
        mendedBy(
          {
            path: placeOf(condition),
            message: `${nameOf(condition)} does not say whether all or any of the values have to fit`,
            help: `write \`${withPrefix(parsed, first)}\` or \`${withPrefix(parsed, other)}\``,
          },
          writing(first),
          writing(other),
        ),
      ];
    }),
};

/** Keys of lists of which every member counts: a grant or a request with one more is another one. */
const wantsAll: ReadonlySet<string> = new Set([
  "kms:grantoperations",
  "aws:tagkeys",
]);

function withPrefix(operator: Operator, prefix: SetPrefix): string {
  return printOperator({ ...operator, prefix });
}

const asking = (operator: string, key: string, value: string) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "111122223333" },
      Action: "kms:*",
      Resource: "*",
      Condition: { [operator]: { [key]: value } },
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: asking("StringEquals", "kms:GrantOperations", "Decrypt"),
    at: `${statement0}.conditions.StringEquals["kms:GrantOperations"]`,
    good: asking("ForAllValues:StringEquals", "kms:GrantOperations", "Decrypt"),
  },
  {
    bad: asking("StringLike", "aws:PrincipalOrgPaths", "o-a1b2c3d4e5/*"),
    at: `${statement0}.conditions.StringLike["aws:PrincipalOrgPaths"]`,
    good: asking("Null", "aws:PrincipalOrgPaths", "false"),
  },
];
