import { isOwned } from "../../design/design.ts";
import { limits } from "../../kms/limits.ts";
import { keyPolicyBytes } from "../../export/key-policy-bytes.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";

/** AWS KMS refuses a key policy over 32 KB. */
export const policySize: Rule = {
  family: "deployment",
  summary: "A key policy has at most 32,768 bytes.",
  why: "AWS KMS refuses a longer key policy, and the quota cannot be raised.",
  mend: "Put principals with the same permissions into one statement, or use wildcards and conditions.",
  severity: "error",
  source: {
    title: "AWS KMS API Reference, PutKeyPolicy",
    url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html",
  },
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

export const examples = (): Examples => [
  {
    bad: { statement: { sid: "x".repeat(32_768) } },
    at: "keys[0].policy",
    good: { statement: { sid: "x".repeat(32_000) } },
  },
];
