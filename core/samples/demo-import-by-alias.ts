import { designWith } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** The documentation's section on importing keys by alias. Source: aws-cdk-lib 2.276.0, aws-kms/README.md. */
export const demoImportByAlias: Sample = {
  title: "Demo: import a key by its alias",
  summary: "Use a key that AWS manages, which is known by an alias only.",
  kind: "demo",
  design: designWith("Import by alias", "KeyStack", { keys: [] }),
  steps: [
    {
      text: "Choose Add, Import key by alias, with the alias alias/aws/s3.",
      isDone: ({ keys }) =>
        keys.some(
          (key) =>
            key.kind === "imported-alias" && key.alias === "alias/aws/s3",
        ),
    },
    {
      text: "Choose Add, Resource that uses a key: a CloudTrail trail.",
      isDone: ({ consumers }) =>
        (consumers ?? []).some(({ kind }) => kind === "trail"),
    },
  ],
  end: "The trail is encrypted with a key that nobody here created.",
};
