import type { Design } from "../core/index.ts";

/** What the main job of the tests comes to, by mouse and by keyboard. */
export const mainJobDesign: Design = {
  keywright: 1,
  name: "Untitled design",
  cdk: { line: "v2" },
  stacks: [{ id: "KeyStack" }],
  principals: [
    {
      id: "KeyAdmins",
      kind: "arn",
      arn: "arn:aws:iam::111122223333:role/KeyAdmins",
    },
    { id: "Jane", kind: "arn", arn: "arn:aws:iam::111122223333:user/Jane" },
    {
      id: "PaymentsApi",
      kind: "arn",
      arn: "arn:aws:iam::111122223333:role/PaymentsApi",
    },
  ],
  keys: [
    {
      id: "SigningKey",
      kind: "defined",
      stack: "KeyStack",
      keySpec: "ECC_NIST_P256",
      keyUsage: "SIGN_VERIFY",
      aliases: [],
      tags: [],
      administrators: [],
      policy: { mode: "amend", statements: [] },
    },
    {
      id: "DataKey",
      kind: "defined",
      stack: "KeyStack",
      enableKeyRotation: true,
      rotationPeriodInDays: 180,
      pendingWindowInDays: 10,
      aliases: ["alias/payments/data", "alias/payments/archive"],
      tags: [],
      administrators: ["KeyAdmins", "Jane"],
      policy: {
        mode: "amend",
        statements: [
          {
            effect: "Allow",
            principals: ["PaymentsApi"],
            actions: ["kms:Decrypt"],
            resources: ["*"],
            conditions: {
              StringEquals: { "kms:EncryptionContext:app": "payments" },
            },
          },
        ],
      },
    },
  ],
};
