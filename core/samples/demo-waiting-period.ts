import { designWith, onKey } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** The documentation's section on the waiting period. Source: aws-cdk-lib 2.276.0, aws-kms/README.md. */
export const demoWaitingPeriod: Sample = {
  title: "Demo: the waiting period before deletion",
  summary:
    "Say how many days pass between the order to delete a key and its end.",
  kind: "demo",
  design: designWith("Waiting period", "KeyStack", { keys: [{ id: "MyKey" }] }),
  steps: [
    {
      text: "In Settings, set the pending window to 10 days.",
      isDone: onKey(({ pendingWindowInDays: days }) => days === 10),
    },
    {
      text: "Choose the removal policy Destroy, so that the window matters.",
      isDone: onKey(({ removalPolicy }) => removalPolicy === "destroy"),
    },
  ],
  end: "A key that leaves the stack can be saved for ten days.",
};
