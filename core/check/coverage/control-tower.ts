import type { Tool } from "./coverage.ts";

/** The checks of AWS Control Tower. */
export const controlTower: Tool = {
  title: "AWS Control Tower",
  version: "Proactive controls for AWS KMS",
  checks: {
    "CT.KMS.PR.1": ["rotation-off"],
    "CT.KMS.PR.2": ["rsa-key-of-2048"],
    "CT.KMS.PR.3": {
      wrong:
        "It asks every policy for one Deny in one exact form, the default policy too; the statements that leave grants open are reported.",
      instead: ["create-grant-open"],
    },
  },
};
