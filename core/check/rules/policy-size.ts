import { isOwned } from "../../design/design.ts";
import { limits } from "../../kms/limits.ts";
import { keyPolicyBytes } from "../../export/key-policy-bytes.ts";
import type { Rule } from "../rule.ts";

/** AWS KMS refuses a key policy over 32 KB. */
export const policySize: Rule = {
  summary: "A key policy has at most 32,768 bytes.",
  severity: "error",
  source: "AWS KMS API Reference, PutKeyPolicy",
  check: ({ design, key, path }) => {
    if (!isOwned(key)) return [];
    const bytes = keyPolicyBytes(design, key);
    const { max } = limits.keyPolicyBytes;
    if (bytes <= max) return [];
    return [
      {
        path: [...path, "policy"],
        message: `the key policy has ${bytes} bytes, more than ${max}`,
        help: "put principals with the same permissions into one statement, or use wildcards and conditions",
      },
    ];
  },
};
