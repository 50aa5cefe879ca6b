import type { AccessFinding } from "../../prove/access.ts";
import { accountIn } from "../../prove/caller-dimension.ts";
import type { Subject } from "../../prove/subject.ts";
import { accessOf } from "../access-of.ts";
import type { Examples } from "../example.ts";
import { policyOfKey } from "../policy-view.ts";
import type { PolicyView } from "../policy-view.ts";
import type { Report, Rule } from "../rule.ts";

/** Other accounts that are allowed something, as the prover finds them. */
export const outsideAccess: Rule = {
  family: "least-privilege",
  summary: "Only accounts that the settings trust have access.",
  why: "Whoever manages IAM policies in the other account decides who there may use the key.",
  mend: "Add the account to the trusted accounts of the settings, or take its access away.",
  severity: "warning",
  source: {
    title:
      "AWS KMS Developer Guide, Allowing users in other accounts to use a KMS key",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined || !namesOthers(view)) return [];
    const outside = accessOf(view).findings.filter((finding) =>
      isOutside(view.subject, finding),
    );
    return outside.map((finding) => report(view, finding));
  },
};

/** A policy that names only accounts that are trusted needs no prover. */
function namesOthers({ subject, statements }: PolicyView): boolean {
  return (
    subject.isAccountKnown &&
    statements.some(
      ({ effect, principals }) =>
        effect === "Allow" &&
        principals.some(({ text }) => {
          const account = accountIn(text);
          return account !== undefined && !isTrusted(subject, account);
        }),
    )
  );
}

function isOutside(
  subject: Subject,
  { scope, principal }: AccessFinding,
): boolean {
  const account = accountIn(principal);
  return (
    scope === "cross-account" &&
    account !== undefined &&
    !isTrusted(subject, account)
  );
}

function isTrusted(
  { settings, account: own }: Subject,
  account: string,
): boolean {
  const { trustedAccounts = [], organization } = settings;
  return (
    account === own ||
    trustedAccounts.includes(account) ||
    (organization?.accounts ?? []).includes(account)
  );
}

function report(
  { subject, statements }: PolicyView,
  { principal, actions, statements: by }: AccessFinding,
): Report {
  const statement = statements[by[0] ?? 0];
  const { settings } = subject;
  const saysWho =
    settings.trustedAccounts !== undefined ||
    settings.organization !== undefined;
  const [action = "", ...others] = actions;
  const more = others.length === 0 ? "" : ` and ${others.length} more actions`;
  return {
    path: statement?.path ?? [],
    // Without settings nobody has said which accounts are meant.
    severity: saysWho ? "warning" : "info",
    message: `\`${principal}\` of another account is allowed \`${action}\`${more}, as far as its IAM policies allow it too`,
    help: "add the account to the trusted accounts of the settings, or take its access away",
  };
}

const shared = (
  principal: string,
  trustedAccounts: readonly string[] = [],
) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: principal },
      Action: "kms:Decrypt",
      Resource: "*",
    },
  ],
  design: { settings: { account: "111122223333", trustedAccounts } },
});

export const examples = (): Examples => [
  {
    bad: shared("arn:aws:iam::444455556666:root"),
    at: "keys[0].policy.statements[0]",
    good: shared("arn:aws:iam::444455556666:root", ["444455556666"]),
  },
  {
    bad: shared("arn:aws:iam::444455556666:role/Reader"),
    at: "keys[0].policy.statements[0]",
    good: shared("arn:aws:iam::111122223333:role/Reader"),
  },
];
