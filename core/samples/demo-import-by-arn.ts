import { designWith } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** The documentation's section on importing keys by ARN. Source: aws-cdk-lib 2.276.0, aws-kms/README.md. */
export const demoImportByArn: Sample = {
  title: "Demo: import a key by its ARN",
  summary: "Refer to a key that exists, and give it another alias.",
  kind: "demo",
  design: designWith("Import by ARN", "KeyStack", { keys: [] }),
  steps: [
    {
      text: "Choose Add, Import key by ARN, with the ARN arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012.",
      isDone: ({ keys }) =>
        keys.some(
          (key) => key.kind === "imported" && key.arn.endsWith("123456789012"),
        ),
    },
    {
      text: "Add the alias alias/foo.",
      isDone: ({ keys }) =>
        keys.some(
          ({ kind, aliases }) =>
            kind === "imported" && aliases.includes("alias/foo"),
        ),
    },
  ],
  end: "The stack creates an alias for a key that it does not own.",
};
