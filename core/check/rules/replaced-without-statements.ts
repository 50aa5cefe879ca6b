import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** An empty policy is left out of the template, and AWS KMS attaches its own. */
export const replacedWithoutStatements: Rule = {
  summary: "A policy that replaces the default needs a statement.",
  severity: "warning",
  source: "AWS CloudFormation Template Reference, AWS::KMS::Key, KeyPolicy",
  check: ({ key, path }) => {
    const { mode, statements } = key.policy;
    if (mode === "amend" || statements.length + key.administrators.length > 0)
      return [];
    return [
      {
        path: [...path, "policy", "statements"],
        message:
          "the policy has no statement, so AWS KMS attaches its default policy",
        help: "add a statement, or keep the default policy",
        fix: keyFix("Keep the default policy", key, {
          policy: { mode: "amend", statements: [] },
        }),
      },
    ];
  },
};
