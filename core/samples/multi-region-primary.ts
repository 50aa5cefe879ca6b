import { designWith, role } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** The first key of a set that spans Regions. */
export const multiRegionPrimary: Sample = {
  title: "Multi-Region primary key",
  summary:
    "A multi-Region primary key that an administrator may replicate to two other Regions, and to no more.",
  kind: "template",
  steps: [],
  design: designWith("Global sessions", "SessionKeys", {
    principals: [role("KeyAdmins"), { id: "Everyone", kind: "any" }],
    keys: [
      {
        id: "SessionKey",
        description: "Encrypts sessions in every Region",
        multiRegion: true,
        enableKeyRotation: true,
        aliases: ["alias/sessions"],
        administrators: ["KeyAdmins"],
        policy: {
          mode: "amend",
          statements: [
            {
              sid: "AdminsReplicate",
              effect: "Allow",
              principals: ["KeyAdmins"],
              actions: ["kms:ReplicateKey", "kms:UpdatePrimaryRegion"],
              resources: ["*"],
            },
            {
              sid: "OnlyTheseRegions",
              effect: "Deny",
              principals: ["Everyone"],
              actions: ["kms:ReplicateKey"],
              resources: ["*"],
              conditions: {
                StringNotEquals: {
                  "kms:ReplicaRegion": ["eu-central-1", "us-east-1"],
                },
              },
            },
          ],
        },
      },
    ],
  }),
};
