import type { Examples } from "../example.ts";
import { policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import { firstThatMends } from "../first-that-mends.ts";
import { namedByCondition } from "../named-by-condition.ts";
import { ownTypedPrincipals } from "../typed-principals.ts";
import type { TypedPrincipal } from "../typed-principals.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";

export const principalMustExist: Rule = {
  family: "deployment",
  summary: "Users and roles that a policy names exist before it is deployed.",
  why: "AWS KMS refuses a policy that names a user or role that does not exist, and the stack fails. A service-linked role exists only once its service was used in the account.",
  mend: "Create the role first, in a stack that this one depends on; or name it by a condition on aws:PrincipalArn, which AWS KMS takes before the role exists.",
  severity: "info",
  source: {
    title: "AWS KMS Developer Guide, Changing a key policy",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    const found = view.statements.flatMap((statement) =>
      ownTypedPrincipals(subject, statement),
    );
    const linked = found.filter(({ text }) => isServiceLinked(text));
    const others = new Set(
      found.map(({ text }) => text).filter((text) => !isServiceLinked(text)),
    );
    return [
      ...linked.map((one) => linkedReport(subject, one)),
      ...(others.size === 0 ? [] : [othersReport(subject, [...others])]),
    ];
  },
};

function isServiceLinked(text: string): boolean {
  return /:role\/aws-service-role\//.test(text);
}

function linkedReport(
  subject: RuleSubject,
  { text, statement, place }: TypedPrincipal,
): Report {
  const fix = conditionFix(subject, statement, text);
  return {
    path: place,
    severity: "warning",
    message: `service-linked role \`${text}\` must exist before the deployment`,
    help: "create it first (`aws iam create-service-linked-role`), or name it by a condition on aws:PrincipalArn",
    ...(fix !== undefined && { fix }),
  };
}

function conditionFix(
  subject: RuleSubject,
  statement: StatementView,
  text: string,
) {
  return firstThatMends(
    subject,
    [namedByCondition(subject, statement)],
    (next) =>
      next.statements.every((one) =>
        one.principals.every((principal) => principal.text !== text),
      ),
  );
}

function othersReport({ path }: RuleSubject, texts: readonly string[]): Report {
  const [first = "", ...others] = texts;
  const more =
    others.length === 0 ? "" : `, and ${others.map(quoted).join(", ")}`;
  return {
    path: [...path, "policy"],
    message: `${quoted(first)}${more} must exist before the deployment`,
    help: "deploy what creates them first, or name them by a condition on aws:PrincipalArn",
  };
}

function quoted(text: string): string {
  return `\`${text}\``;
}

const usage = (more: object) => ({
  json: [
    {
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:CreateGrant"],
      Resource: "*",
      ...more,
    },
  ],
});
const autoScaling =
  "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";

export const examples = (): Examples => [
  {
    bad: usage({ Principal: { AWS: autoScaling } }),
    at: "keys[0].policy.statements[0].principals",
    good: usage({
      Principal: { AWS: "*" },
      Condition: {
        StringEquals: { "kms:CallerAccount": "111122223333" },
        ArnEquals: { "aws:PrincipalArn": autoScaling },
      },
    }),
  },
  {
    bad: usage({ Principal: { AWS: "arn:aws:iam::111122223333:role/App" } }),
    at: "keys[0].policy",
    good: usage({ Principal: { AWS: "arn:aws:iam::111122223333:root" } }),
  },
];
