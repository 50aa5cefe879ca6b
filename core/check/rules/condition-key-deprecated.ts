import { renamedConditionKeys } from "../../kms/conditions/further.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import type { Rule } from "../rule.ts";
import { eachCondition, placeOf, renamed } from "../written-conditions.ts";

/** Condition keys that AWS asks to write by another name. */
export const conditionKeyDeprecated: Rule = {
  family: "kms-facts",
  summary: "Condition keys are written by the names that they have today.",
  why: "AWS keeps an old name working at best, and adds nothing to it. Whoever reads the policy finds the new name in the documentation.",
  mend: "Write the new name.",
  severity: "info",
  source: {
    title: "AWS KMS Developer Guide, AWS KMS condition keys",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html",
  },
  check: (subject) =>
    eachCondition(subject, (condition) => {
      const by = renamedConditionKeys.get(condition.name);
      if (by === undefined) return [];
      const { key, row } = condition;
      return [
        mendedBy(
          {
            path: placeOf(condition),
            ...(row === undefined && { severity: "warning" }),
            message:
              row === undefined
                ? `there is no condition key \`${key}\` any more`
                : `the condition key \`${key}\` is deprecated`,
            help: `write \`${by}\``,
          },
          renamed(subject, condition, { title: `Write ${by}`, key: by }),
        ),
      ];
    }),
};

const statement = (operator: string, key: string, value: string) => ({
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

const role = "arn:aws:iam::111122223333:role/App";

export const examples = (): Examples => [
  {
    bad: statement("StringEquals", "kms:CustomerMasterKeySpec", "RSA_2048"),
    at: `${statement0}.conditions.StringEquals["kms:CustomerMasterKeySpec"]`,
    good: statement("StringEquals", "kms:KeySpec", "RSA_2048"),
  },
  {
    bad: statement("ArnEquals", "aws:Arn", role),
    at: `${statement0}.conditions.ArnEquals["aws:Arn"]`,
    good: statement("ArnEquals", "aws:PrincipalARN", role),
  },
];
