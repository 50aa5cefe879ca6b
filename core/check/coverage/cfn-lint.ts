import type { Tool } from "./coverage.ts";

/** The checks of cfn-lint. */
export const cfnLint: Tool = {
  title: "cfn-lint",
  version: "1.51.0",
  checks: {
    E3512: [
      "element-missing",
      "element-unknown",
      "element-conflict",
      "element-type",
      "condition-operator",
      "principal-form",
      "principal-type",
      "policy-version",
    ],
    E3514: ["resource-in-key-policy"],
    W3037: ["action-unknown"],
    W2511: ["policy-version"],
    E3510: { outside: "It is a check of identity policies." },
    E3513: { outside: "It is a check of repository policies of Amazon ECR." },
    E3530: { outside: "It is a check of role trust policies." },
    I3510: ["resource-in-key-policy"],
    E1164: {
      by: "The form of alias names is refused as the CDK and AWS KMS do (`alias/…`); alias-colon says what their documents differ in.",
    },
    E1157: ["imported-key-arn"],
    E1162: {
      by: "A key is imported by its ARN or looked up by its alias; a form that is none is refused where it is typed in.",
    },
    "E3030/E3031/E3034": {
      by: "The settings of a key are refused as the CDK and AWS KMS do: key spec, rotation period, pending window.",
    },
  },
};
