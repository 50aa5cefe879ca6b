import { designWith, onKey } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** The documentation's first section: a key. Source: aws-cdk-lib 2.276.0, aws-kms/README.md. */
export const demoDefineKey: Sample = {
  title: "Demo: define a key",
  summary:
    "Create a key with automatic rotation, as the first page of the construct library does.",
  kind: "demo",
  design: designWith("Define a key", "KeyStack", { keys: [] }),
  steps: [
    { text: "Press Add key.", isDone: ({ keys }) => keys.length > 0 },
    {
      text: "In Settings, turn on Automatic rotation and set the rotation period to 180 days.",
      isDone: onKey(({ rotationPeriodInDays: days }) => days === 180),
    },
  ],
  end: "The stack creates a key that rotates twice a year.",
};
