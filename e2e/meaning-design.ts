import { samples, type Design } from "../core/index.ts";

/** A role of another account. */
export const partnerRole = "arn:aws:iam::444455556666:role/Analytics";

/** The template whose key a partner's account may encrypt with, in a known account. */
export const partnerDesign: Design = {
  ...samples["rsa-encryption-key"].design,
  settings: { account: "111122223333" },
};

/** An event of AWS CloudTrail: a role of the account calls. */
export function eventOf(name: string, role: string): string {
  const account = "111122223333";
  const key = `arn:aws:kms:eu-west-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  return JSON.stringify({
    eventSource: "kms.amazonaws.com",
    eventName: name,
    eventTime: "2026-11-01T10:00:00Z",
    awsRegion: "eu-west-1",
    userIdentity: {
      type: "AssumedRole",
      arn: `arn:aws:sts::${account}:assumed-role/${role}/session`,
      accountId: account,
      sessionContext: {
        sessionIssuer: {
          type: "Role",
          arn: `arn:aws:iam::${account}:role/${role}`,
        },
      },
    },
    requestParameters: {
      keyId: key,
      encryptionAlgorithm: "RSAES_OAEP_SHA_256",
    },
    resources: [{ ARN: key, accountId: account, type: "AWS::KMS::Key" }],
  });
}
