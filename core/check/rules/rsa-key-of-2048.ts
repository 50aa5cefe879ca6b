import { effectiveKey } from "../../design/defaults.ts";
import { isDefined } from "../../design/design.ts";
import type { KeySpec, KeyUsage } from "../../kms/key-specs.ts";
import type { Examples } from "../example.ts";
import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** NIST takes 2048 bits to protect data until 2030. AWS Control Tower asks for more of keys that encrypt. */
export const rsaKeyOf2048: Rule = {
  family: "key-safety",
  summary: "An RSA key that encrypts has more than 2048 bits.",
  why: "What an RSA key encrypts has to stay secret for as long as it is kept. 2048 bits are recommended until 2030 only, and the spec of a key cannot be changed later.",
  mend: "Choose RSA_3072 or RSA_4096 before the key is created.",
  severity: "info",
  source: {
    title: "AWS Control Tower User Guide, CT.KMS.PR.2",
    url: "https://docs.aws.amazon.com/controltower/latest/controlreference/kms-rules.html",
  },
  check: ({ key, path }) => {
    if (!isDefined(key)) return [];
    const { keySpec, keyUsage } = effectiveKey(key);
    const longer = longerSpecs[keySpec];
    if (longer === undefined || keyUsage !== encrypting) return [];
    return [
      {
        path: [...path, "keySpec"],
        message: `a key with spec \`${keySpec}\` encrypts with 2048 bits, which are recommended until 2030 only`,
        help: `choose ${longer} or more while the key does not exist yet`,
        ...(key.existing === undefined && {
          fix: keyFix(`Use ${longer}`, key, { keySpec: longer }),
        }),
      },
    ];
  },
};

const encrypting: KeyUsage = "ENCRYPT_DECRYPT";
const longerSpecs: Partial<Record<KeySpec, KeySpec>> = { RSA_2048: "RSA_3072" };

export const examples = (): Examples => [
  {
    bad: { key: { keySpec: "RSA_2048" } },
    at: "keys[0].keySpec",
    good: { key: { keySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" } },
  },
];
