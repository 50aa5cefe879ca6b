import { isOwned } from "../../design/design.ts";
import { limits } from "../../kms/limits.ts";
import { keyPolicyText } from "../../export/key-policy-bytes.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";

const allowed = new RegExp(limits.keyPolicyCharacters.pattern, "u");

/** AWS KMS takes ASCII and Latin-1 in a key policy, nothing else. */
export const policyCharacters: Rule = {
  family: "grammar",
  summary: "A key policy holds printable ASCII and Latin-1 characters only.",
  why: "AWS KMS refuses a key policy with any other character.",
  mend: "Replace the character, mostly in a Sid or a condition value.",
  severity: "error",
  source: {
    title: "AWS KMS API Reference, PutKeyPolicy",
    url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html",
  },
  check: ({ design, key, path }) => {
    if (!isOwned(key)) return [];
    const text = keyPolicyText(design, key);
    if (allowed.test(text)) return [];
    const odd =
      Array.from(text).find((character) => !allowed.test(character)) ?? "";
    return [
      {
        path: [...path, "policy"],
        message: `the key policy has the character \`${odd}\`, which AWS KMS refuses`,
        help: "use ASCII and Latin-1 characters only",
      },
    ];
  },
};

export const examples = (): Examples => [
  {
    bad: { statement: { sid: "日本" } },
    at: "keys[0].policy",
    good: { statement: { sid: "Größe" } },
  },
];
