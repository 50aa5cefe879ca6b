import { parseArn } from "../../policy/arn.ts";
import type { Rule } from "../rule.ts";

/** The CDK takes any ARN with a name in it. */
export const importedKeyArn: Rule = {
  summary: "A key is imported by the ARN of a key.",
  severity: "error",
  source: "AWS Service Authorization Reference, AWS KMS, resource types",
  check: ({ key, path }) => {
    if (key.kind !== "imported") return [];
    const arn = parseArn(key.arn);
    if (arn === undefined) return [];
    if (arn.service === "kms" && arn.resource.startsWith("key/")) return [];
    const isAlias = arn.service === "kms" && arn.resource.startsWith("alias/");
    return [
      {
        path: [...path, "arn"],
        message: isAlias
          ? `\`${key.arn}\` is the ARN of an alias: policies that name it give no access to the key`
          : `\`${key.arn}\` is not the ARN of a key`,
        help: isAlias
          ? "import the key by its alias instead, or write the ARN of the key"
          : "write it as arn:aws:kms:us-east-1:111122223333:key/KEY_ID",
      },
    ];
  },
};
