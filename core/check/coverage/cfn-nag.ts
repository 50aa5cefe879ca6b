import type { Tool } from "./coverage.ts";

/** The checks of cfn_nag. */
export const cfnNag: Tool = {
  title: "cfn_nag",
  version: "June 2022",
  checks: {
    F19: {
      wrong:
        "It flags every key without rotation, also those that AWS KMS does not rotate.",
      instead: ["rotation-off", "scanner-false-alarm"],
    },
    F76: ["public-access"],
  },
};
