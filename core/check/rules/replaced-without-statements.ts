import { isDisabled, isOwned } from "../../design/design.ts";
import { grantsOf } from "../../design/key-parts.ts";
import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";

/** An empty policy is left out of the template, and AWS KMS attaches its own. */
export const replacedWithoutStatements: Rule = {
  family: "deployment",
  summary: "A policy that replaces the default needs a statement.",
  why: "Without a statement the template has no policy, and AWS KMS attaches the default one, which is what the person meant to replace.",
  mend: "Add a statement, or keep the default policy.",
  severity: "warning",
  source: {
    title: "CloudFormation Template Reference, AWS::KMS::Key, KeyPolicy",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html",
  },
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

export const examples = (): Examples => [
  {
    bad: { key: { policy: { mode: "replace", statements: [] } } },
    at: "keys[0].policy.statements",
    good: {
      key: {
        administrators: ["App"],
        policy: { mode: "replace", statements: [] },
      },
    },
  },
];
