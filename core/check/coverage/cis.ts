import type { Tool } from "./coverage.ts";

/** The checks of CIS AWS Foundations Benchmark. */
export const cis: Tool = {
  title: "CIS AWS Foundations Benchmark",
  version:
    "As prowler lists it; its controls on trails and alarms look at the account, not at keys.",
  checks: {
    "CIS AWS Foundations 1.4/1.5/2.0": ["rotation-off"],
    "CIS AWS Foundations 3.0/4.0/5.0": ["rotation-off"],
    "CIS AWS Foundations 6.0": ["rotation-off"],
    "CIS AWS Foundations 7.0": ["rotation-off", "public-access"],
  },
};
