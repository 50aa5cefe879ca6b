import { effectiveKey } from "../../design/defaults.ts";
import { isDefined } from "../../design/design.ts";
import { mendKey } from "../../design/follow-up.ts";
import { keySpecs } from "../../kms/key-specs.ts";
import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";

/** The CDK refuses `enableKeyRotation` on other specs itself, but not a period alone, nor imported material. */
export const rotationOfKey: Rule = {
  family: "kms-facts",
  summary: "AWS KMS rotates only symmetric keys whose material it made.",
  why: "AWS KMS refuses automatic rotation of any other key, and the stack fails.",
  mend: "Turn automatic rotation off.",
  severity: "error",
  source: {
    title: "AWS KMS Developer Guide, Rotate AWS KMS keys",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
  },
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

export const examples = (): Examples => [
  {
    bad: { key: { origin: "EXTERNAL", enableKeyRotation: true } },
    at: "keys[0].enableKeyRotation",
    good: { key: { origin: "EXTERNAL", enableKeyRotation: false } },
  },
  {
    bad: {
      key: {
        keySpec: "RSA_2048",
        keyUsage: "SIGN_VERIFY",
        rotationPeriodInDays: 90,
      },
    },
    at: "keys[0].rotationPeriodInDays",
    good: { key: { rotationPeriodInDays: 90 } },
  },
];
