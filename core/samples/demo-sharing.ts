import { referenceFlag } from "../design/feature-flags.ts";
import { designWith } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** The documentation's section on sharing keys between stacks. Source: aws-cdk-lib 2.276.0, aws-kms/README.md. */
export const demoSharing: Sample = {
  title: "Demo: share a key between stacks",
  summary: "Use a key in another stack than the one that creates it.",
  kind: "demo",
  design: {
    ...designWith("Sharing", "KeyStack", {
      keys: [{ id: "MyKey", removalPolicy: "destroy" }],
    }),
    stacks: [{ id: "KeyStack" }, { id: "UseStack" }],
  },
  steps: [
    {
      text: "Select UseStack and choose Add, Alias: alias/foo for MyKey.",
      isDone: ({ aliases }) =>
        (aliases ?? []).some(
          ({ stack, name, key }) =>
            stack === "UseStack" && name === "alias/foo" && key === "MyKey",
        ),
    },
    {
      text: "In Design settings, choose Strong references between stacks, and see the export.",
      isDone: ({ cdk }) => cdk.flags?.[referenceFlag] === "strong",
    },
  ],
  end: "UseStack imports the ARN of the key from KeyStack.",
};
