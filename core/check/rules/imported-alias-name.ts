import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";
import { existing } from "../example.ts";

/** The CDK takes the name as it is, so the ARN it makes is of nothing (aws-cdk #36693). */
export const importedAliasName: Rule = {
  family: "cdk",
  summary: "The name of an imported alias begins with alias/.",
  why: "The CDK adds the prefix to aliases that it creates, but not to those that it imports: the ARN then names no alias.",
  mend: "Begin the name with alias/.",
  severity: "warning",
  source: {
    title: "aws-cdk-lib 2.276.0, Alias.fromAliasName",
    url: "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_kms.Alias.html",
  },
  check: ({ key, path }) => {
    if (key.kind !== "imported-alias") return [];
    const { alias } = key;
    if (alias.startsWith("alias/") || alias.startsWith("${")) return [];
    return [
      {
        path: [...path, "alias"],
        message: `\`${alias}\` does not begin with \`alias/\`, and the CDK does not add it here`,
        help: `write \`alias/${alias}\``,
        fix: keyFix("Add alias/", key, { alias: `alias/${alias}` }),
      },
    ];
  },
};

export const examples = (): Examples => [
  {
    bad: existing({ kind: "imported-alias", alias: "my-key" }),
    at: "keys[0].alias",
    good: existing({ kind: "imported-alias", alias: "alias/my-key" }),
  },
];
