import { kmsActions } from "../../kms/actions.ts";
import { decidedBy } from "../action-facts.ts";
import type { Examples } from "../example.ts";
import { accountOfKey } from "../key-facts.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { PrincipalView, StatementView } from "../policy-view.ts";
import { accountOfPrincipal } from "../principal-facts.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { statementFix, withoutTexts } from "../statement-fix.ts";
import { listOfNames } from "../text-list.ts";
import { isLiteral } from "../written-text.ts";

/** Most administration cannot be given to another account at all. */
export const crossAccountAction: Rule = {
  family: "kms-facts",
  summary:
    "Principals of other accounts are allowed only what works across accounts.",
  why: "AWS KMS takes most administrative operations from the account of the key only, whatever the key policy says. The permission is there for whoever reads the policy and for nobody else.",
  mend: "Remove the action, or allow it to a role of the key's own account that the other account may assume.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, AWS KMS permissions, Cross-account use",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    const account = view && accountOfKey(view);
    if (account === undefined) return [];
    return (
      view?.statements
        .filter(({ effect }) => effect === "Allow")
        .flatMap((statement) => {
          const foreign = statement.principals.filter((one) =>
            isOfOther(statement, one, account),
          );
          return foreign.length === 0
            ? []
            : reportsOn(subject, statement, foreign);
        }) ?? []
    );
  },
};

function isOfOther(
  statement: StatementView,
  principal: PrincipalView,
  account: string,
): boolean {
  const of = accountOfPrincipal(principal);
  return (
    of !== undefined && of !== account && isLiteral(statement, principal.text)
  );
}

function reportsOn(
  subject: RuleSubject,
  statement: StatementView,
  foreign: readonly PrincipalView[],
): readonly Report[] {
  const texts = statement.actions.filter(worksAtHomeOnly);
  if (texts.length === 0) return [];
  const areAllForeign = foreign.length === statement.principals.length;
  const fix = areAllForeign
    ? statementFix(subject, statement, {
        title: "Remove what works in the account of the key only",
        edit: (elements) => withoutTexts(elements, "Action", texts),
      })
    : undefined;
  const [one = ""] = texts;
  return [
    {
      path: placeIn(statement, ["Action"], one),
      message: `${listOfNames(texts)} ${texts.length === 1 ? "does" : "do"} nothing for ${listOfNames(foreign.map(({ text }) => text))}: AWS KMS takes ${texts.length === 1 ? "it" : "them"} from the account of the key only`,
      help: "remove it for them, or allow it to a role of the key's own account that they may assume",
      ...(!areAllForeign && { severity: "info" }),
      ...(fix !== undefined && { fix }),
    },
  ];
}

/** The text stands for nothing that another account can do. */
function worksAtHomeOnly(text: string): boolean {
  const actions = decidedBy(text);
  return (
    actions.length > 0 &&
    actions.every((action) => kmsActions[action].crossAccount === "no")
  );
}

const shared = (...actions: readonly string[]) => ({
  stack: { account: "111122223333" },
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::444455556666:role/Partner" },
      Action: actions,
      Resource: "*",
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: shared("kms:Decrypt", "kms:PutKeyPolicy"),
    at: "keys[0].policy.statements[0].actions[1]",
    good: shared("kms:Decrypt", "kms:DescribeKey", "kms:List*"),
  },
  {
    bad: shared("kms:Tag*"),
    at: "keys[0].policy.statements[0].actions[0]",
    good: { ...shared("kms:Tag*"), stack: { account: "444455556666" } },
  },
];
