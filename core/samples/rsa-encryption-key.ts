import { designWith, role } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** A key pair whose public half leaves AWS. */
export const rsaEncryptionKey: Sample = {
  title: "RSA encryption key",
  summary:
    "An RSA_4096 key: partners encrypt with its public key, one role decrypts.",
  kind: "template",
  steps: [],
  design: designWith("Partner uploads", "PartnerKeys", {
    principals: [
      role("UploadReader"),
      { id: "Partner", kind: "account", account: "444455556666" },
    ],
    keys: [
      {
        id: "UploadKey",
        description: "Partners encrypt uploads to us",
        keySpec: "RSA_4096",
        keyUsage: "ENCRYPT_DECRYPT",
        removalPolicy: "retain",
        aliases: ["alias/partner-uploads"],
        policy: {
          mode: "amend",
          statements: [
            {
              sid: "PartnerReadsPublicKey",
              effect: "Allow",
              principals: ["Partner"],
              actions: ["kms:GetPublicKey", "kms:DescribeKey", "kms:Encrypt"],
              resources: ["*"],
            },
            {
              sid: "ReaderDecrypts",
              effect: "Allow",
              principals: ["UploadReader"],
              actions: ["kms:Decrypt"],
              resources: ["*"],
              conditions: {
                StringEquals: {
                  "kms:EncryptionAlgorithm": "RSAES_OAEP_SHA_256",
                },
              },
            },
          ],
        },
      },
    ],
  }),
};
