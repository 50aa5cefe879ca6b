import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import {
  eachCondition,
  nameOf,
  placeOf,
  renamed,
  withoutCondition,
} from "../written-conditions.ts";
import type { WrittenCondition } from "../written-conditions.ts";

/** Null asks whether a condition key is absent, and takes true or false. */
export const nullOperator: Rule = {
  family: "grammar",
  summary:
    "The operator Null compares with `true` or `false`, and has no prefix.",
  why: "Null asks whether a request lacks the condition key. With another value it never matches, with both it always does, and a prefix for keys of several values makes it always true or always false.",
  mend: "Write `true` where the key must be absent, `false` where it must be there.",
  severity: "warning",
  source: {
    title:
      "IAM User Guide, Condition operators: condition operator to check existence of condition keys",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null",
  },
  check: (subject) =>
    eachCondition(subject, (condition) =>
      condition.parsed?.name === "Null"
        ? [
            ...prefixReports(subject, condition),
            ...valueReports(subject, condition),
          ]
        : [],
    ),
};

function prefixReports(
  subject: RuleSubject,
  condition: WrittenCondition,
): readonly Report[] {
  const prefix = condition.parsed?.prefix;
  if (prefix === undefined) return [];
  return [
    mendedBy(
      {
        path: placeOf(condition),
        message: `${nameOf(condition)} is always ${prefix === "ForAllValues" ? "true" : "false"}: Null takes no \`${prefix}\``,
        help: "write `Null`",
      },
      renamed(subject, condition, { title: "Write Null", operator: "Null" }),
    ),
  ];
}

function valueReports(
  subject: RuleSubject,
  condition: WrittenCondition,
): readonly Report[] {
  const { texts, values } = condition;
  const meant = new Set(texts.map((text) => text.toLowerCase()));
  const odd = texts.filter((text) => !/^(?:true|false)$|\$\{/i.test(text));
  const path = placeOf(condition);
  if (odd.length > 0)
    return [
      {
        path,
        message: `${nameOf(condition)} compares with \`${odd.join("`, `")}\`, and takes \`true\` or \`false\``,
        help: "write `true` where the key must be absent, `false` where it must be there",
      },
    ];
  if (meant.size < 2 || values.length > texts.length) return [];
  return [
    mendedBy(
      {
        path,
        message: `${nameOf(condition)} is always true: it takes both \`true\` and \`false\``,
        help: "keep one of the two, or remove the condition",
      },
      withoutCondition(subject, condition, "Remove the condition"),
    ),
  ];
}

const statement = (conditions: Record<string, Record<string, string[]>>) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: conditions,
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: statement({
      "ForAnyValue:Null": { "kms:EncryptionContextKeys": ["false"] },
    }),
    at: `${statement0}.conditions["ForAnyValue:Null"]["kms:EncryptionContextKeys"]`,
    good: statement({ Null: { "kms:EncryptionContextKeys": ["false"] } }),
  },
  {
    bad: statement({ Null: { "aws:SourceArn": ["yes"] } }),
    at: `${statement0}.conditions.Null["aws:SourceArn"]`,
    good: statement({ Null: { "aws:SourceArn": ["True"] } }),
  },
  {
    bad: statement({ Null: { "aws:SourceArn": ["true", "false"] } }),
    at: `${statement0}.conditions.Null["aws:SourceArn"]`,
    good: statement({ Null: { "aws:SourceArn": ["true"] } }),
  },
];
