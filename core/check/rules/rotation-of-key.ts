import { effectiveKey } from "../../design/defaults.ts";
import { isDefined } from "../../design/design.ts";
import { mendKey } from "../../design/follow-up.ts";
import { keySpecs } from "../../kms/key-specs.ts";
import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** The CDK refuses `enableKeyRotation` on other specs itself, but not a period alone, nor imported material. */
export const rotationOfKey: Rule = {
  summary: "AWS KMS rotates only symmetric keys whose material it made.",
  severity: "error",
  source: "AWS KMS Developer Guide, Rotating AWS KMS keys",
  check: ({ key, path }) => {
    if (!isDefined(key)) return [];
    const { keySpec, origin, enableKeyRotation } = effectiveKey(key);
    const { automaticRotation } = keySpecs[keySpec];
    const cdkRefuses =
      key.enableKeyRotation === true && keySpec !== "SYMMETRIC_DEFAULT";
    if (!enableKeyRotation || cdkRefuses || automaticRotation.includes(origin))
      return [];
    const property =
      key.rotationPeriodInDays === undefined
        ? "enableKeyRotation"
        : "rotationPeriodInDays";
    return [
      {
        path: [...path, property],
        message: `AWS KMS does not rotate a key with spec \`${keySpec}\` and origin \`${origin}\` automatically`,
        help: "turn automatic rotation off",
        fix: keyFix("Turn automatic rotation off", key, mendKey(key).patch),
      },
    ];
  },
};
