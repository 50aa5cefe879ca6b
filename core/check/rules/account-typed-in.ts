import { stackOf } from "../../synth/synthesize.ts";
import type { Design } from "../../design/design.ts";
import { isOwned, isVerbatim } from "../../design/design.ts";
import { memberWithId } from "../../design/members.ts";
import type { Examples } from "../example.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { principalFix } from "../statement-fix.ts";

/** The account whose IAM policies decide is typed in, and nothing says that the stack is deployed to it. */
export const accountTypedIn: Rule = {
  family: "portability",
  summary: "The account of the key is the one that the stack is deployed to.",
  why: "In another account the same template gives the key to the account that is typed in, and leaves its own account out.",
  mend: "Name the root of the stack's own account, or give the stack its account.",
  severity: "info",
  source: {
    title: "CloudFormation User Guide, Pseudo parameters reference",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html",
  },
  check: (subject) => {
    const { design, key } = subject;
    if (!isOwned(key) || stackOf(design, key).account !== undefined) return [];
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    const { account, isAccountKnown } = view.subject;
    if (isAccountKnown) return [];
    const isRoot = new RegExp(`^(?:arn:[a-z-]+:iam::)?${account}(?::root)?$`);
    return view.statements
      .filter(({ effect, covers }) => effect === "Allow" && covers.length > 1)
      .flatMap((statement) =>
        typedIn(design, statement)
          .filter((text) => isRoot.test(text))
          .map((text) => report(subject, statement, { text, account })),
      );
  },
};

/** The principals of a statement as the person typed them: a pseudo parameter is no typed account. */
function typedIn(
  { principals }: Design,
  { own }: StatementView,
): readonly string[] {
  if (own === undefined || isVerbatim(own)) return [];
  return (own.principals ?? []).flatMap((id) => {
    const principal = memberWithId(principals, id);
    if (principal?.kind === "arn") return [principal.arn];
    return principal?.kind === "account" ? [principal.account] : [];
  });
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  { text, account }: { readonly text: string; readonly account: string },
): Report {
  const fix = principalFix(subject, statement, {
    title: "Name the stack's own account",
    text,
    by: "root",
  });
  return {
    path: placeIn(statement, ["Principal"]),
    message: `account \`${account}\` is typed in, whatever account the stack is deployed to`,
    help: "name the root of the stack's own account, or give the stack its account",
    ...(fix !== undefined && { fix }),
  };
}

const delegation = (principal: string) => ({
  key: { policy: { mode: "replace", statements: [] } } as const,
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: principal },
      Action: "kms:*",
      Resource: "*",
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: delegation("arn:aws:iam::444455556666:root"),
    at: "keys[0].policy.statements[0].principals",
    good: {
      ...delegation("arn:aws:iam::444455556666:root"),
      stack: { account: "444455556666" },
    },
  },
];
