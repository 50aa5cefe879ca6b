import { designWith, role } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** A key pair on the P-256 curve, as token signing uses it. */
export const eccSigningKey: Sample = {
  title: "ECC signing key",
  summary:
    "An ECC_NIST_P256 key that signs tokens; one role signs, the whole account may verify.",
  kind: "template",
  steps: [],
  design: designWith("Token signing", "SigningKeys", {
    principals: [
      role("TokenIssuer"),
      { id: "ThisAccount", kind: "account-root" },
    ],
    keys: [
      {
        id: "TokenKey",
        description: "Signs access tokens",
        keySpec: "ECC_NIST_P256",
        keyUsage: "SIGN_VERIFY",
        aliases: ["alias/tokens/signing"],
        policy: {
          mode: "amend",
          statements: [
            {
              sid: "IssuerSigns",
              effect: "Allow",
              principals: ["TokenIssuer"],
              actions: ["kms:Sign", "kms:DescribeKey"],
              resources: ["*"],
              conditions: {
                StringEquals: { "kms:SigningAlgorithm": "ECDSA_SHA_256" },
              },
            },
            {
              sid: "AccountVerifies",
              effect: "Allow",
              principals: ["ThisAccount"],
              actions: ["kms:Verify", "kms:GetPublicKey"],
              resources: ["*"],
            },
          ],
        },
      },
    ],
  }),
};
