import { designWith, role } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** A key for message authentication codes. */
export const hmacKey: Sample = {
  title: "HMAC key",
  summary:
    "An HMAC_256 key that makes and checks message authentication codes for one role.",
  kind: "template",
  steps: [],
  design: designWith("Webhook authentication", "WebhookKeys", {
    principals: [role("WebhookSender")],
    keys: [
      {
        id: "WebhookKey",
        description: "Authenticates webhook messages",
        keySpec: "HMAC_256",
        keyUsage: "GENERATE_VERIFY_MAC",
        aliases: ["alias/webhooks/mac"],
        policy: {
          mode: "amend",
          statements: [
            {
              sid: "SenderMakesCodes",
              effect: "Allow",
              principals: ["WebhookSender"],
              actions: ["kms:GenerateMac", "kms:VerifyMac"],
              resources: ["*"],
              conditions: {
                StringEquals: { "kms:MacAlgorithm": "HMAC_SHA_256" },
              },
            },
          ],
        },
      },
    ],
  }),
};
