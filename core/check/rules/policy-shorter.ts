import { isOwned } from "../../design/design.ts";
import { limits } from "../../kms/limits.ts";
import { keyPolicyBytes } from "../../export/key-policy-bytes.ts";
import type { Examples } from "../example.ts";
import type { Rule } from "../rule.ts";
import { shorterPolicy } from "../shorter-policy.ts";

/** From this share of the limit on, a shorter form is looked for. */
const near = 0.8;

export const policyShorter: Rule = {
  family: "deployment",
  summary:
    "A key policy near the limit of 32,768 bytes is as short as its meaning lets it be.",
  why: "AWS KMS refuses a longer policy, and the quota cannot be raised. The next statement may be the one that does not fit.",
  mend: "Take the shorter form, which is proven to allow the same; or name principals by conditions.",
  severity: "info",
  source: {
    title: "AWS KMS Developer Guide, Resource quotas, key policy document size",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html",
  },
  check: (subject) => {
    const { design, key, path } = subject;
    if (!isOwned(key)) return [];
    const bytes = keyPolicyBytes(design, key);
    const { max } = limits.keyPolicyBytes;
    if (bytes < near * max) return [];
    const shorter = shorterPolicy(subject);
    return [
      {
        path: [...path, "policy"],
        message:
          shorter === undefined
            ? `the key policy has ${bytes} of ${max} bytes`
            : `the key policy has ${bytes} of ${max} bytes, and can say the same in ${shorter.bytes}`,
        help:
          shorter === undefined
            ? "put principals with the same permissions into one statement, or name them by conditions"
            : "take the shorter form",
        ...(shorter !== undefined && { fix: shorter.fix }),
      },
    ];
  },
};

const roles = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    Sid: `Role${index}`,
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::111122223333:role/${index}` },
    Action: ["kms:Decrypt", "kms:DescribeKey"],
    Resource: "*",
  }));

export const examples = (): Examples => [
  {
    bad: { json: roles(200) },
    at: "keys[0].policy",
    good: { json: roles(2) },
  },
];
