import { isOwned } from "../../design/design.ts";
import type { Principal } from "../../design/design.ts";
import { indexOfId } from "../../design/members.ts";
import { principalsBehind, principalsOf } from "../../design/references.ts";
import { isAccountId, parseArn } from "../../policy/arn.ts";
import { hasPseudoParameter } from "../../policy/pseudo-parameters.ts";
import type { Path } from "../../problem/problem.ts";
import type { Report, Rule } from "../rule.ts";

/** The CDK writes any text as a principal; AWS KMS refuses a policy with one that cannot exist. */
export const principalForm: Rule = {
  summary:
    "AWS KMS refuses a key policy that names a principal of a wrong form.",
  severity: "error",
  source: "IAM User Guide, AWS JSON policy elements: Principal",
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
  if (principal.kind === "arn") return arnReports(principal.arn, path);
  if (principal.kind === "account")
    return isAccountId(principal.account) ||
      hasPseudoParameter(principal.account)
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

function arnReports(text: string, path: Path): readonly Report[] {
  const at = [...path, "arn"];
  const arn = parseArn(text);
  if (arn === undefined || !["iam", "sts"].includes(arn.service))
    return isUniqueId(text) || text === "*"
      ? []
      : [
          {
            path: at,
            message: `\`${text}\` is not the ARN of an IAM principal`,
            help: "write an ARN such as arn:aws:iam::111122223333:role/Admin",
          },
        ];
  if (arn.resource.startsWith("group/"))
    return [
      {
        path: at,
        message: `\`${text}\` is an IAM group, which cannot be a principal`,
        help: "name the role that the members of the group assume",
      },
    ];
  if (arn.resource.includes("*") || arn.account.includes("*"))
    return [
      {
        path: at,
        message: `\`${text}\` has a wildcard, which AWS KMS does not take in a principal`,
        help: "use every AWS principal with a condition on aws:PrincipalArn instead",
      },
    ];
  return [];
}

/** What IAM writes in the place of a principal that was deleted. */
function isUniqueId(text: string): boolean {
  return /^A[A-Z0-9]{3}[A-Z0-9]{12,}$/.test(text);
}
