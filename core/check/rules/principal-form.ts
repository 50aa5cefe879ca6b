import { isOwned } from "../../design/design.ts";
import type { Principal } from "../../design/design.ts";
import { indexOfId } from "../../design/members.ts";
import { principalsBehind, principalsOf } from "../../design/references.ts";
import { isAccountId } from "../../policy/arn.ts";
import type { Path } from "../../problem/problem.ts";
import type { Report, Rule } from "../rule.ts";
import type { Examples } from "../example.ts";
import { arn } from "../example.ts";
import { principalFault } from "../principal-fault.ts";
import { textOfValue } from "../text-of-value.ts";

/** The CDK writes any text as a principal; AWS KMS refuses a policy with one that cannot exist. */
export const principalForm: Rule = {
  family: "grammar",
  summary:
    "AWS KMS refuses a key policy that names a principal of a wrong form.",
  why: "AWS KMS refuses the whole policy for one principal that cannot be one.",
  mend: "Correct the ARN or the account ID.",
  severity: "error",
  source: {
    title: "IAM User Guide, AWS JSON policy elements: Principal",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  },
  check: ({ design, key }) =>
    (isOwned(key) ? principalsBehind(design, principalsOf(key)) : []).flatMap(
      (id) => {
        const index = indexOfId(design.principals, id);
        const principal = design.principals[index];
        return principal === undefined
          ? []
          : principalReports(principal, ["principals", index]);
      },
    ),
};

function principalReports(principal: Principal, path: Path): readonly Report[] {
  if (principal.kind === "arn")
    return reportsOf(principal.arn, [...path, "arn"]);
  if (principal.kind === "template-value")
    return principal.element === "AWS"
      ? reportsOf(textOfValue(principal.value), [...path, "value"])
      : [];
  if (principal.kind === "account")
    return isAccountId(principal.account) || principal.account.includes("${")
      ? []
      : [
          {
            path: [...path, "account"],
            message: `\`${principal.account}\` is not an account ID`,
            help: "an account ID has 12 digits",
          },
        ];
  return [];
}

function reportsOf(text: string | undefined, path: Path): readonly Report[] {
  const fault = text === undefined ? undefined : principalFault(text);
  return fault === undefined ? [] : [{ path, ...fault }];
}

export const examples = (): Examples => [
  {
    bad: arn("arn:aws:s3:::bucket"),
    at: "principals[0].arn",
    good: arn("arn:${AWS::Partition}:iam::${AWS::AccountId}:root"),
  },
  {
    bad: arn("arn:aws:iam::111122223333:group/g"),
    at: "principals[0].arn",
    good: arn("AROAEXAMPLEEXAMPLE123"),
  },
  {
    bad: arn("arn:aws:iam::12345:role/App"),
    at: "principals[0].arn",
    good: arn("arn:aws:sts::111122223333:assumed-role/r/s"),
  },
  {
    bad: {
      principal: {
        id: "A",
        kind: "template-value",
        element: "AWS",
        value: { "Fn::Sub": "arn:aws:iam::${Account}:role/*" },
      },
    },
    at: "principals[0].value",
    good: {
      principal: {
        id: "A",
        kind: "template-value",
        element: "AWS",
        value: {
          "Fn::Sub": "arn:${AWS::Partition}:iam::${Account}:role/${Role}",
        },
      },
    },
  },
  {
    bad: { principal: { id: "A", kind: "account", account: "12345" } },
    at: "principals[0].account",
    good: {
      principal: { id: "A", kind: "account", account: "111122223333" },
    },
  },
];
