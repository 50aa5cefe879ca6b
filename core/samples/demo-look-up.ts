import { grantsOf } from "../design/key-parts.ts";
import { designWith } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** The documentation's section on looking up keys. Source: aws-cdk-lib 2.276.0, aws-kms/README.md. */
export const demoLookUp: Sample = {
  title: "Demo: look up a key",
  summary: "Find a key by its alias while the app is synthesised.",
  kind: "demo",
  design: {
    ...designWith("Look-up", "KeyStack", { keys: [] }),
    principals: [
      { id: "Lambda", kind: "service", service: "lambda.amazonaws.com" },
      {
        id: "MyRole",
        kind: "new-role",
        stack: "KeyStack",
        assumedBy: "Lambda",
      },
    ],
    stacks: [{ id: "KeyStack", account: "111122223333", region: "us-east-1" }],
  },
  steps: [
    {
      text: "Choose Add, Look up key, with the alias alias/KeyAlias.",
      isDone: ({ keys }) =>
        keys.some(
          (key) => key.kind === "looked-up" && key.alias === "alias/KeyAlias",
        ),
    },
    {
      text: "In Grants, let MyRole encrypt and decrypt.",
      isDone: ({ keys }) =>
        keys.some(
          (key) =>
            key.kind === "looked-up" &&
            grantsOf(key).some(
              ({ principal, permission }) =>
                principal === "MyRole" && permission === "encryptDecrypt",
            ),
        ),
    },
  ],
  end: "The role may use the key; until it was looked up, the template has a dummy key id.",
};
