import { grantsOf } from "../design/key-parts.ts";
import { designWith, onKey } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** The documentation's section on key administrators. Source: aws-cdk-lib 2.276.0, aws-kms/README.md. */
export const demoAdministrators: Sample = {
  title: "Demo: administrators",
  summary: "Name who administers a key when it is created, and later.",
  kind: "demo",
  design: {
    ...designWith("Administrators", "KeyStack", {
      keys: [{ id: "MyKey" }, { id: "MyKey2" }],
    }),
    principals: [
      {
        id: "TrustedRole",
        kind: "imported-role",
        stack: "KeyStack",
        identity: { arn: "arn:aws:iam::111122223333:role/TrustedAdmin" },
      },
    ],
  },
  steps: [
    {
      text: "Add TrustedRole to the Administrators of MyKey.",
      isDone: onKey(
        ({ id, administrators }) =>
          id === "MyKey" && administrators.includes("TrustedRole"),
      ),
    },
    {
      text: "In Grants of MyKey2, let TrustedRole administer.",
      isDone: onKey(
        (key) =>
          key.id === "MyKey2" &&
          grantsOf(key).some(({ permission }) => permission === "admin"),
      ),
    },
  ],
  end: "The role administers both keys.",
};
