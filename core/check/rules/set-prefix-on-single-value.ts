import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import type { Rule } from "../rule.ts";
import { printOperator } from "../../policy/operators.ts";
import {
  eachCondition,
  isGuarded,
  nameOf,
  placeOf,
  renamed,
} from "../written-conditions.ts";

/** ForAllValues holds where a key is absent, which nobody expects of a key with one value. */
export const setPrefixOnSingleValue: Rule = {
  family: "least-privilege",
  summary:
    "ForAllValues and ForAnyValue are for condition keys that may have several values.",
  why: "ForAllValues is true where the request does not carry the key. A statement that allows something with it allows requests without the key as well, such as those without the encryption context.",
  mend: "Write the operator without the prefix.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, kms:EncryptionContext:context-key",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context",
  },
  check: (subject) =>
    eachCondition(subject, (condition) => {
      const { parsed, row, statement } = condition;
      if (parsed?.prefix === undefined || parsed.name === "Null") return [];
      if (row === undefined || row.multiValued) return [];
      const { prefix, ...plain } = parsed;
      const operator = printOperator(plain);
      const isOpen =
        prefix === "ForAllValues" &&
        statement.effect === "Allow" &&
        !isGuarded(condition);
      return [
        mendedBy(
          {
            path: placeOf(condition),
            ...(!isOpen && { severity: "info" }),
            message: isOpen
              ? `${nameOf(condition)} is true of requests without the key too, and they are allowed`
              : `${nameOf(condition)} is for keys with several values, and this one has one`,
            help: `write \`${operator}\``,
          },
          renamed(subject, condition, { title: `Write ${operator}`, operator }),
        ),
      ];
    }),
};

const asking = (operator: string, key = "kms:EncryptionContext:tenant") => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "111122223333" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { [operator]: { [key]: "blue" } },
    },
  ],
});
const at = (operator: string) =>
  `${statement0}.conditions["${operator}"]["kms:EncryptionContext:tenant"]`;

export const examples = (): Examples => [
  {
    bad: asking("ForAllValues:StringEquals"),
    at: at("ForAllValues:StringEquals"),
    good: asking("StringEquals"),
  },
  {
    bad: asking("ForAnyValue:StringEquals"),
    at: at("ForAnyValue:StringEquals"),
    good: asking("ForAnyValue:StringEquals", "kms:EncryptionContextKeys"),
  },
];
