import type { Recipe } from "../recipe.ts";

const image = { "kms:RecipientAttestation:ImageSha384": "${image}" };

/** AWS Nitro Enclaves. */
export const nitroEnclaves: Readonly<Record<string, Recipe>> = {
  "nitro-enclave": {
    service: "AWS Nitro Enclaves",
    title: "Use of the key by one enclave image",
    category: "security",
    acts: "caller",
    summary:
      "The role of the parent instance uses the key only with an attestation document of the enclave image.",
    status: "documented",
    source: {
      title: "AWS KMS Developer Guide, Condition keys for Nitro Enclaves",
      url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-nitro-enclave.html",
    },
    questions: [
      {
        name: "roles",
        label: "Role of the parent instance",
        kind: "role",
        help: "The ARN of the role that the enclave calls AWS KMS with",
        example: "arn:aws:iam::111122223333:role/data-processing",
        many: true,
      },
      {
        name: "image",
        label: "Image (PCR0)",
        kind: "hex",
        help: "The 96 hexadecimal digits that building the image prints as PCR0",
        example:
          "7fb5c55bc2ecbb68ed99a13d7122abfc0666b926a79d5379bc58b9445c84217f59cfdd36c08b2c79552928702efe23e4",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:Decrypt",
        principal: "${roles}",
        context: image,
        when: "The enclave decrypts",
      },
      {
        action: "kms:GenerateDataKey",
        principal: "${roles}",
        context: image,
        when: "The enclave asks for a data key",
      },
      {
        action: "kms:GenerateDataKeyPair",
        principal: "${roles}",
        context: image,
        when: "The enclave asks for a data key pair",
      },
    ],
    statements: [
      {
        Sid: "AllowAttestedEnclave",
        Effect: "Allow",
        Principal: { AWS: ["${roles}"] },
        Action: [
          "kms:Decrypt",
          "kms:GenerateDataKey",
          "kms:GenerateDataKeyPair",
        ],
        Resource: "*",
        Condition: { StringEqualsIgnoreCase: image },
      },
    ],
    exceptions: [
      {
        law: "other-region",
        reason:
          "The enclave calls AWS KMS itself, in the Region of the key, and the attestation document names none.",
      },
    ],
    note: "Where the key policy delegates to IAM policies, they can allow the same without attestation. AWS prints kms:DeriveSharedSecret as well, which is for key agreement keys, and kms:GenerateRandom, which uses no key. An enclave in debug mode has a PCR0 of zeros.",
  },
};
