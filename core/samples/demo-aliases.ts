import { designWith, onKey } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** The documentation's section on aliases. Source: aws-cdk-lib 2.276.0, aws-kms/README.md. */
export const demoAliases: Sample = {
  title: "Demo: aliases",
  summary: "Give a key two names, and see the construct of each.",
  kind: "demo",
  design: designWith("Aliases", "KeyStack", { keys: [{ id: "MyKey" }] }),
  steps: [
    {
      text: "Add the alias alias/foo.",
      isDone: onKey(({ aliases }) => aliases.includes("alias/foo")),
    },
    {
      text: "Add the alias alias/bar.",
      isDone: onKey(({ aliases }) => aliases.includes("alias/bar")),
    },
  ],
  end: "The key has two aliases; the second carries its name in its logical ID.",
};
