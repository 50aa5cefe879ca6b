import { effectiveKey } from "../../design/defaults.ts";
import { isDefined } from "../../design/design.ts";
import { keySpecs } from "../../kms/key-specs.ts";
import type { Examples } from "../example.ts";
import { overriddenOf } from "../key-facts.ts";
import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** AWS and the CDK make keys without rotation, so this is advice; other scanners take it for a fault. */
export const rotationOff: Rule = {
  family: "key-safety",
  summary: "A key that AWS KMS can rotate automatically is rotated.",
  why: "Rotation makes new key material each year, so that one key does not protect everything that was ever encrypted. Old data stays readable, and nothing that uses the key changes. Security Hub, AWS Config, the CIS benchmark and most scanners ask for it.",
  mend: "Turn automatic rotation on.",
  severity: "info",
  source: {
    title: "AWS KMS Developer Guide, Rotate AWS KMS keys",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
  },
  check: ({ key, path }) => {
    if (!isDefined(key)) return [];
    const { keySpec, origin, enableKeyRotation } = effectiveKey(key);
    const overridden = overriddenOf(key);
    const isKnown = !("KeySpec" in overridden) && !("Origin" in overridden);
    const canRotate = keySpecs[keySpec].automaticRotation.includes(origin);
    if (enableKeyRotation || !isKnown || !canRotate) return [];
    return [
      {
        path: [...path, "enableKeyRotation"],
        message: "AWS KMS could rotate this key automatically, and does not",
        help: "turn automatic rotation on",
        fix: keyFix("Turn automatic rotation on", key, {
          enableKeyRotation: true,
        }),
      },
    ];
  },
};

export const examples = (): Examples => [
  {
    bad: { key: { enableKeyRotation: false } },
    at: "keys[0].enableKeyRotation",
    good: { key: { enableKeyRotation: true } },
  },
  {
    bad: { key: {} },
    at: "keys[0].enableKeyRotation",
    good: { key: { origin: "EXTERNAL" } },
  },
  {
    bad: {
      template: `Resources:
  Key:
    Type: AWS::KMS::Key
    DeletionPolicy: Retain
    Properties: { KeyUsage: ENCRYPT_DECRYPT }
`,
    },
    at: "keys[0].enableKeyRotation",
    good: {
      template: `Resources:
  Key:
    Type: AWS::KMS::Key
    Properties: { EnableKeyRotation: true }
`,
    },
  },
];
