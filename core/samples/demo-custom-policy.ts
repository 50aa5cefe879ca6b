import { isVerbatim } from "../design/design.ts";
import { designWith, onKey } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** The documentation's section on custom key policies. Source: aws-cdk-lib 2.276.0, aws-kms/README.md. */
export const demoCustomPolicy: Sample = {
  title: "Demo: a policy of your own",
  summary: "Replace the default key policy by one that says less.",
  kind: "demo",
  design: designWith("Custom policy", "KeyStack", {
    principals: [{ id: "Root", kind: "account-root" }],
    keys: [{ id: "MyKey" }],
  }),
  steps: [
    {
      text: "In Policy, replace the default policy.",
      isDone: onKey(({ policy }) => policy.mode === "replace"),
    },
    {
      text: "Add a statement that lets Root do kms:Describe*, kms:List* and kms:Put*.",
      isDone: onKey(({ policy }) =>
        policy.statements.some(
          (statement) =>
            !isVerbatim(statement) &&
            statement.principals?.includes("Root") === true &&
            ["kms:Describe*", "kms:List*", "kms:Put*"].every(
              (action) => statement.actions?.includes(action) === true,
            ),
        ),
      ),
    },
  ],
  end: "The key policy is yours alone; IAM policies give access to nothing else.",
};
