import { effectiveKey } from "../../design/defaults.ts";
import { isDefined } from "../../design/design.ts";
import { mendKey } from "../../design/follow-up.ts";
import { keySpecs } from "../../kms/key-specs.ts";
import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";

/** The CDK lets some usages through that AWS KMS refuses, such as encryption with the Edwards curve. */
export const usageOfSpec: Rule = {
  family: "kms-facts",
  summary: "AWS KMS refuses a key usage that its key spec does not have.",
  why: "The CDK lets some usages pass that AWS KMS refuses at deployment.",
  mend: "Choose a key usage of the key spec.",
  severity: "error",
  source: {
    title: "AWS KMS API Reference, CreateKey",
    url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html",
  },
  check: ({ key, path }) => {
    if (!isDefined(key)) return [];
    const { keySpec, keyUsage } = effectiveKey(key);
    const { usages, cdkAcceptsUsages } = keySpecs[keySpec];
    if (usages.includes(keyUsage) || !cdkAcceptsUsages.includes(keyUsage))
      return [];
    return [
      {
        path: [...path, "keyUsage"],
        message: `AWS KMS does not allow key usage \`${keyUsage}\` for key spec \`${keySpec}\`, though the CDK lets it through`,
        help: `choose ${usages.join(" or ")}`,
        fix: keyFix(
          `Change key usage to ${usages[0]}`,
          key,
          mendKey(key).patch,
        ),
      },
    ];
  },
};

export const examples = (): Examples => [
  {
    bad: { key: { keySpec: "ECC_NIST_EDWARDS25519" } },
    at: "keys[0].keyUsage",
    good: {
      key: { keySpec: "ECC_NIST_EDWARDS25519", keyUsage: "SIGN_VERIFY" },
    },
  },
];
