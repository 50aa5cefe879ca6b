import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** The CDK takes the name as it is, so the ARN it makes is of nothing (aws-cdk #36693). */
export const importedAliasName: Rule = {
  summary: "The name of an imported alias begins with alias/.",
  severity: "warning",
  source: "aws-cdk-lib 2.276.0, Alias.fromAliasName",
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
