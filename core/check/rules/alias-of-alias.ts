import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";
import { aliasIn, east, existing, keyArn } from "../example.ts";

/** The CDK writes the ARN of the alias as the target, which is no key. */
export const aliasOfAlias: Rule = {
  family: "kms-facts",
  summary: "An alias stands for a key, not for another alias.",
  why: "AWS KMS refuses an alias as the target of an alias, and the stack fails.",
  mend: "Name the key behind the alias, imported by its ARN.",
  severity: "error",
  source: {
    title: "AWS KMS API Reference, CreateAlias, TargetKeyId",
    url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html",
  },
  check: ({ design, key }) => {
    if (key.kind !== "imported-alias") return [];
    return (design.aliases ?? []).flatMap((alias, index) =>
      alias.key === key.id
        ? [
            {
              path: ["aliases", index, "key"],
              message: `alias \`${alias.name}\` would stand for another alias, which AWS KMS refuses`,
              help: "name the key behind it, imported by its ARN",
            },
          ]
        : [],
    );
  },
};

export const examples = (): Examples => [
  {
    bad: existing(
      { kind: "imported-alias", alias: "alias/aws/s3" },
      aliasIn({ ...east, id: "West" }),
    ),
    at: "aliases[0].key",
    good: existing(
      { kind: "imported", arn: keyArn },
      aliasIn({ ...east, id: "West" }),
    ),
  },
];
