import type { Rule } from "../rule.ts";

/** The CDK writes the ARN of the alias as the target, which is no key. */
export const aliasOfAlias: Rule = {
  summary: "An alias stands for a key, not for another alias.",
  severity: "error",
  source: "AWS KMS API Reference, CreateAlias, TargetKeyId",
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
