import { effectiveKey } from "../../design/defaults.ts";
import { isDefined } from "../../design/design.ts";
import { keySpecs } from "../../kms/key-specs.ts";
import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";

/** CloudFormation knows two origins, and takes EXTERNAL for some specs only. */
export const originOfKey: Rule = {
  family: "deployment",
  summary: "CloudFormation creates keys with some origins of some specs only.",
  why: "CloudFormation refuses the key, and the stack fails.",
  mend: "Choose an origin that CloudFormation creates for the key spec.",
  severity: "error",
  source: {
    title: "CloudFormation Template Reference, AWS::KMS::Key, Origin",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html",
  },
  check: ({ key, path }) => {
    if (!isDefined(key)) return [];
    const { keySpec, origin } = effectiveKey(key);
    const { cloudFormationOrigins, cloudFormation } = keySpecs[keySpec];
    if (!cloudFormation || cloudFormationOrigins.includes(origin)) return [];
    return [
      {
        path: [...path, "origin"],
        message: `CloudFormation does not create a key with spec \`${keySpec}\` and key material origin \`${origin}\``,
        help: `choose ${cloudFormationOrigins.join(" or ")}`,
        fix: keyFix("Let AWS KMS make the key material", key, { origin: null }),
      },
    ];
  },
};

export const examples = (): Examples => [
  {
    bad: { key: { origin: "AWS_CLOUDHSM" } },
    at: "keys[0].origin",
    good: { key: { origin: "EXTERNAL" } },
  },
  {
    bad: {
      key: {
        keySpec: "ML_DSA_44",
        keyUsage: "SIGN_VERIFY",
        origin: "EXTERNAL",
      },
    },
    at: "keys[0].origin",
    good: { key: { keySpec: "ML_DSA_44", keyUsage: "SIGN_VERIFY" } },
  },
];
