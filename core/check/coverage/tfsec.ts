import type { Tool } from "./coverage.ts";

/** The checks of tfsec. */
export const tfsec: Tool = {
  title: "tfsec",
  version: "Issue 797",
  checks: {
    "AWS097 / aws-iam-no-policy-wildcards": {
      wrong:
        "It flags every wildcard, the statement of the default key policy among them.",
      instead: ["public-access", "all-actions-for-identity"],
    },
  },
};
