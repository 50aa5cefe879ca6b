import type { Tool } from "./coverage.ts";

/** The checks of AWS CDK. */
export const cdk: Tool = {
  title: "AWS CDK",
  version: "aws-cdk-lib 2.276.0",
  checks: {
    "CDK KeyBase validate()": {
      by: "The CDK is implemented here, with everything that it refuses.",
    },
  },
};
