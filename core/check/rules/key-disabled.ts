import { isOwned } from "../../design/design.ts";
import type { Examples } from "../example.ts";
import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** A disabled key costs as much as any other and does nothing. */
export const keyDisabled: Rule = {
  family: "key-safety",
  summary: "A key that a stack creates is enabled.",
  why: "A disabled key can neither encrypt nor decrypt: whatever was encrypted with it stays closed. It is not rotated, and costs as much as before.",
  mend: "Enable the key, or remove it where nothing was encrypted with it.",
  severity: "info",
  source: {
    title: "AWS KMS Developer Guide, Enable and disable keys",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html",
  },
  check: ({ key, path }) =>
    isOwned(key) && key.enabled === false
      ? [
          {
            path: [...path, "enabled"],
            message:
              "the key is disabled, so nothing can be encrypted or decrypted with it",
            help: "enable it, unless it is meant to rest",
            fix: keyFix("Enable the key", key, { enabled: null }),
          },
        ]
      : [],
};

export const examples = (): Examples => [
  {
    bad: { key: { enabled: false } },
    at: "keys[0].enabled",
    good: { key: { enabled: true } },
  },
];
