import { isDisabled, isOwned } from "../../design/design.ts";
import { grantsOf } from "../../design/key-parts.ts";
import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** An empty policy is left out of the template, and AWS KMS attaches its own. */
export const replacedWithoutStatements: Rule = {
  summary: "A policy that replaces the default needs a statement.",
  severity: "warning",
  source: "AWS CloudFormation Template Reference, AWS::KMS::Key, KeyPolicy",
  check: ({ key, path }) => {
    if (!isOwned(key) || key.policy.mode === "amend") return [];
    const { policy, administrators } = key;
    const isEmpty =
      administrators.length === 0 &&
      // A grant may put a statement into the policy.
      grantsOf(key).length === 0 &&
      policy.statements.every(isDisabled);
    if (!isEmpty) return [];
    return [
      {
        path: [...path, "policy", "statements"],
        message:
          "the policy has no statement, so AWS KMS attaches its default policy",
        help: "add a statement, or keep the default policy",
        fix: keyFix("Keep the default policy", key, {
          policy: { ...policy, mode: "amend" },
        }),
      },
    ];
  },
};
