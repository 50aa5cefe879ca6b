import { designWith, role } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** The key most people need: it rotates, has names and people who look after it. */
export const symmetricDataKey: Sample = {
  title: "Data key with aliases and administrators",
  summary:
    "A symmetric key that rotates twice a year, with two aliases, two administrators and an application that may use it.",
  kind: "template",
  steps: [],
  design: designWith("Payments encryption", "PaymentsKeys", {
    principals: [role("KeyAdmins"), role("SecurityOps"), role("PaymentsApi")],
    keys: [
      {
        id: "PaymentsKey",
        description: "Protects payment records",
        enableKeyRotation: true,
        rotationPeriodInDays: 180,
        pendingWindowInDays: 10,
        aliases: ["alias/payments/data", "alias/payments/archive"],
        tags: [{ key: "team", value: "payments" }],
        administrators: ["KeyAdmins", "SecurityOps"],
        policy: {
          mode: "amend",
          statements: [
            {
              sid: "PaymentsApiUse",
              effect: "Allow",
              principals: ["PaymentsApi"],
              actions: [
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey*",
                "kms:ReEncrypt*",
              ],
              resources: ["*"],
              conditions: {
                StringEquals: { "kms:EncryptionContext:app": "payments" },
              },
            },
          ],
        },
      },
    ],
  }),
};
