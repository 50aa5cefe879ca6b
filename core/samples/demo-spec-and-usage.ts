import { grantsOf } from "../design/key-parts.ts";
import { designWith, onKey, role } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** The documentation's section on key spec and usage. Source: aws-cdk-lib 2.276.0, aws-kms/README.md. */
export const demoSpecAndUsage: Sample = {
  title: "Demo: key spec and key usage",
  summary: "Make a key that signs instead of one that encrypts.",
  kind: "demo",
  design: designWith("Key spec", "KeyStack", {
    principals: [role("App")],
    keys: [{ id: "MyKey" }],
  }),
  steps: [
    {
      text: "Choose the key spec ECC_SECG_P256K1; the key usage follows.",
      isDone: onKey(({ keySpec }) => keySpec === "ECC_SECG_P256K1"),
    },
    {
      text: "In Grants, let App sign and verify.",
      isDone: onKey((key) =>
        grantsOf(key).some(
          ({ principal, permission }) =>
            principal === "App" && permission === "signVerify",
        ),
      ),
    },
  ],
  end: "The key signs with the curve that many ledgers use, and App may use it.",
};
