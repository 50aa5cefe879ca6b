import { isOwned } from "../../design/design.ts";
import { limits } from "../../kms/limits.ts";
import { synthesizeKeyPolicy } from "../../synth/synthesize.ts";
import type { Rule } from "../rule.ts";

const allowed = new RegExp(limits.keyPolicyCharacters.pattern, "u");

/** AWS KMS takes ASCII and Latin-1 in a key policy, nothing else. */
export const policyCharacters: Rule = {
  summary: "A key policy holds printable ASCII and Latin-1 characters only.",
  severity: "error",
  source: "AWS KMS API Reference, PutKeyPolicy",
  check: ({ design, key, path }) => {
    if (!isOwned(key)) return [];
    const { document } = synthesizeKeyPolicy(design, key);
    const text = JSON.stringify(document ?? {});
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
