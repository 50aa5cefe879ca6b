import type { Recipe } from "../recipe.ts";

const viaWorkMail = { "kms:ViaService": "workmail.${region}.amazonaws.com" };

const organization = {
  "kms:EncryptionContext:aws:workmail:arn":
    "arn:${partition}:workmail:${region}:${account}:organization/${organization}",
};

/** Amazon WorkMail. */
export const workMail: Readonly<Record<string, Recipe>> = {
  workmail: {
    service: "Amazon WorkMail",
    title: "Mailboxes of an organization",
    category: "messaging",
    acts: "grants",
    summary:
      "An administrator encrypts mailbox keys through WorkMail, and creates the grants with which WorkMail decrypts them for readers.",
    status: "documented",
    source: {
      title:
        "Amazon WorkMail Administrator Guide, Data protection in Amazon WorkMail",
      url: "https://docs.aws.amazon.com/workmail/latest/adminguide/data-protection.html",
    },
    questions: [
      {
        name: "administrators",
        label: "Administrators",
        kind: "principal",
        help: "The ARN of a role or user that creates organizations and mailboxes",
        example: "arn:aws:iam::111122223333:role/MailAdmin",
        many: true,
      },
      {
        name: "organization",
        label: "Organization",
        kind: "name",
        help: "The ID of the WorkMail organization; * before it exists",
        example: "m-68755160c4cb4e29a2b2f8fb58f359d7",
        default: "*",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:Encrypt",
        principal: "${administrators}",
        context: { ...viaWorkMail, ...organization },
        when: "A mailbox is created",
      },
      {
        action: "kms:Decrypt",
        principal: "${administrators}",
        context: { ...viaWorkMail, ...organization },
        when: "A message is encrypted or decrypted",
      },
      {
        action: "kms:CreateGrant",
        principal: "${administrators}",
        context: viaWorkMail,
        when: "An organization gets the key",
      },
    ],
    statements: [
      {
        Sid: "AllowWorkMail",
        Effect: "Allow",
        Principal: { AWS: ["${administrators}"] },
        Action: ["kms:Decrypt", "kms:Encrypt"],
        Resource: "*",
        Condition: { StringEquals: viaWorkMail, ArnLike: organization },
      },
      {
        Sid: "AllowWorkMailGrants",
        Effect: "Allow",
        Principal: { AWS: ["${administrators}"] },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: { StringEquals: viaWorkMail },
      },
    ],
    exceptions: [
      {
        law: "other-resource",
        actions: ["kms:CreateGrant"],
        reason:
          "AWS documents the encryption context of encrypting and decrypting, and none of the grants.",
      },
    ],
    note: "The key of an organization cannot be changed. AWS prints the policy of its own key, with more actions and for the whole account; for a key of yours it asks for these three.",
  },
};
