import { effectiveKey } from "../design/defaults.ts";
import { isDefined } from "../design/design.ts";
import { keySpecs } from "../kms/key-specs.ts";
import { designWith } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** A design that the CDK refuses, as a file might bring it. */
export const demoMend: Sample = {
  title: "Demo: mend a design that cannot be deployed",
  summary:
    "A key whose usage does not fit its spec and whose pending window is too short; fix both where they are shown.",
  kind: "demo",
  design: designWith("To mend", "MendStack", {
    keys: [
      {
        id: "SigningKey",
        keySpec: "ECC_NIST_P256",
        keyUsage: "ENCRYPT_DECRYPT",
        pendingWindowInDays: 5,
      },
    ],
  }),
  steps: [
    {
      text: "Let the key usage fit the key spec.",
      isDone: ({ keys }) =>
        keys.filter(isDefined).every((key) => {
          const { keySpec, keyUsage } = effectiveKey(key);
          return keySpecs[keySpec].usages.includes(keyUsage);
        }),
    },
    {
      text: "Choose a pending window of 7 to 30 days.",
      isDone: ({ keys }) =>
        keys
          .filter(isDefined)
          .every((key) => effectiveKey(key).pendingWindowInDays >= 7),
    },
  ],
  end: "The design has no problems and the code is back.",
};
