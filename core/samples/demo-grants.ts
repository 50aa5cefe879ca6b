import { grantsOf } from "../design/key-parts.ts";
import { designWith, onKey } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** The documentation's section on grants. Source: aws-cdk-lib 2.276.0, aws-kms/README.md. */
export const demoGrants: Sample = {
  title: "Demo: grants",
  summary:
    "Let a user of the stack and a service use a key, and see where each permission lands.",
  kind: "demo",
  design: {
    ...designWith("Grants", "KeyStack", { keys: [{ id: "MyKey" }] }),
    principals: [
      { id: "MyUser", kind: "new-user", stack: "KeyStack" },
      { id: "Sns", kind: "service", service: "sns.amazonaws.com" },
    ],
  },
  steps: [
    {
      text: "In Grants, let MyUser encrypt and decrypt.",
      isDone: onKey((key) =>
        grantsOf(key).some(
          ({ principal, permission }) =>
            principal === "MyUser" && permission === "encryptDecrypt",
        ),
      ),
    },
    {
      text: "Let Sns decrypt.",
      isDone: onKey((key) =>
        grantsOf(key).some(
          ({ principal, permission }) =>
            principal === "Sns" && permission === "decrypt",
        ),
      ),
    },
  ],
  end: "The user has the permission in a policy of its own, the service in the key policy.",
};
