import { effectiveKey } from "../../design/defaults.ts";
import { isDefined } from "../../design/design.ts";
import { keySpecs } from "../../kms/key-specs.ts";
import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** CloudFormation knows two origins, and takes EXTERNAL for some specs only. */
export const originOfKey: Rule = {
  summary: "CloudFormation creates keys with some origins of some specs only.",
  severity: "error",
  source: "AWS CloudFormation Template Reference, AWS::KMS::Key, Origin",
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
