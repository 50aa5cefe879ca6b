import { parseArn } from "../../policy/arn.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";
import { existing, keyArn } from "../example.ts";

/** The CDK takes any ARN with a name in it. */
export const importedKeyArn: Rule = {
  family: "cdk",
  summary: "A key is imported by the ARN of a key.",
  why: "Policies and resources that use the key would name something that is no key.",
  mend: "Give the ARN of the key, which ends in key/ and its key ID.",
  severity: "error",
  source: {
    title: "Service Authorization Reference, AWS KMS, Resource types",
    url: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html",
  },
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

export const examples = (): Examples => [
  {
    bad: existing({
      kind: "imported",
      arn: "arn:aws:kms:us-east-1:111122223333:alias/foo",
    }),
    at: "keys[0].arn",
    good: existing({ kind: "imported", arn: keyArn }),
  },
  {
    bad: existing({ kind: "imported", arn: "arn:aws:s3:::bucket/key" }),
    at: "keys[0].arn",
    good: existing({ kind: "imported", arn: keyArn }),
  },
];
