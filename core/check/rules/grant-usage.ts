import { effectiveKey } from "../../design/defaults.ts";
import { isDefined } from "../../design/design.ts";
import { grantsOf } from "../../design/key-parts.ts";
import type { GrantName } from "../../kms/grant-vocabulary.ts";
import type { KeyUsage } from "../../kms/key-specs.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";
import { granted } from "../example.ts";

/** The usage that each grant is of; those for any usage are not listed. */
const usages: Readonly<Partial<Record<GrantName, KeyUsage>>> = {
  encrypt: "ENCRYPT_DECRYPT",
  decrypt: "ENCRYPT_DECRYPT",
  encryptDecrypt: "ENCRYPT_DECRYPT",
  sign: "SIGN_VERIFY",
  verify: "SIGN_VERIFY",
  signVerify: "SIGN_VERIFY",
  generateMac: "GENERATE_VERIFY_MAC",
  verifyMac: "GENERATE_VERIFY_MAC",
};

/** The CDK gives any grant on any key. */
export const grantUsage: Rule = {
  family: "kms-facts",
  summary: "A grant fits the key usage.",
  why: "A key does only what its key usage says, so the permission can never be used.",
  mend: "Grant what the key usage allows, or change the key usage.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, Key usage",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/create-keys.html#key-usage",
  },
  check: ({ key, path }) => {
    if (!isDefined(key)) return [];
    const { keyUsage } = effectiveKey(key);
    return grantsOf(key).flatMap(({ permission }, index) => {
      const usage = permission === "actions" ? undefined : usages[permission];
      if (usage === undefined || usage === keyUsage) return [];
      return [
        {
          path: [...path, "grants", index, "permission"],
          message: `the grant is for keys with usage \`${usage}\`, and this one has \`${keyUsage}\``,
          help: "choose another permission, or another key usage",
        },
      ];
    });
  },
};

export const examples = (): Examples => [
  {
    bad: granted("sign"),
    at: "keys[0].grants[0].permission",
    good: granted("encrypt"),
  },
];
