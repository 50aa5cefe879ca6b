import type { KmsAction } from "../../kms/actions.ts";
import { kmsActionNames, kmsActions } from "../../kms/actions.ts";
import { grantActions } from "../../kms/grant-vocabulary.ts";
import { isEveryAction, isUse } from "../action-facts.ts";
import type { Examples } from "../example.ts";
import { factsOf } from "../key-facts.ts";
import type { KeyFacts } from "../key-facts.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { PolicyView, StatementView } from "../policy-view.ts";
import { principalsOfSort } from "../principal-facts.ts";
import { identitiesOf, namesOf } from "../principal-names.ts";
import type { Fix, Report, Rule, RuleSubject } from "../rule.ts";
import { statementFix } from "../statement-fix.ts";
import { listOfNames } from "../text-list.ts";

/** The account as a whole is meant to have everything, so that its IAM policies can decide. Nobody else is. */
export const allActionsForIdentity: Rule = {
  family: "least-privilege",
  summary: "Only the account is allowed kms:*, no role and no user.",
  why: "The pattern kms:* lets one role or user read the data, change the policy and delete the key, and takes in every action that AWS KMS will have.",
  mend: "List the actions that it needs: those to use the key, or those to administer it.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, Best practices for IAM policies",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return view.statements.flatMap((statement) => {
      const text = statement.actions.find(isEveryAction);
      if (statement.effect !== "Allow" || text === undefined) return [];
      const identities = identitiesOf(statement);
      if (identities.length === 0) return [];
      const names = namesOf(statement, identities);
      return [report(subject, view, { statement, text, names })];
    });
  },
};

interface Place {
  readonly statement: StatementView;
  readonly text: string;
  readonly names: readonly string[];
}

function report(
  subject: RuleSubject,
  view: PolicyView,
  { statement, text, names }: Place,
): Report {
  const [fix, ...otherFixes] =
    names.length === statement.principals.length
      ? fixesFor(subject, view, statement)
      : [];
  return {
    path: placeIn(statement, ["Action"], text),
    message: `${statement.name} lets ${listOfNames(names)} do everything with the key`,
    help: "list the actions to use the key, or those to administer it",
    ...(fix !== undefined && { fix, otherFixes }),
  };
}

/** Fewer actions: to use the key where somebody else can still change its policy, or to administer it. */
function fixesFor(
  subject: RuleSubject,
  view: PolicyView,
  statement: StatementView,
): readonly Fix[] {
  const only = (title: string, actions: readonly string[]) =>
    statementFix(subject, statement, {
      title,
      edit: (elements) => ({ ...elements, Action: actions }),
    });
  const others = statement.actions.filter((one) => !isEveryAction(one));
  const use = actionsToUse(factsOf(subject, view));
  const fixes = [
    isAdministeredByOthers(view, statement)
      ? only("Allow only what uses the key", [...use, ...others])
      : undefined,
    only("Allow only what administers the key", [
      ...grantActions.admin,
      ...others,
    ]),
  ];
  return fixes.filter((one) => one !== undefined);
}

function isAdministeredByOthers(
  { statements }: PolicyView,
  statement: StatementView,
): boolean {
  return statements.some(
    (other) =>
      other !== statement &&
      other.effect === "Allow" &&
      other.conditions.length === 0 &&
      principalsOfSort(other, "identity", "account").length > 0 &&
      other.covers.includes("kms:PutKeyPolicy"),
  );
}

/** The actions that use a key like this. */
function actionsToUse({ keySpec, keyUsage }: KeyFacts): readonly KmsAction[] {
  const using = kmsActionNames.filter((action) => {
    const { usages, specs } = kmsActions[action].validFor ?? {};
    return (
      isUse(action) &&
      (keyUsage === undefined || usages?.includes(keyUsage) !== false) &&
      (keySpec === undefined || specs?.includes(keySpec) !== false)
    );
  });
  return [...using, "kms:DescribeKey"];
}

const all = (principal: string, action = "kms:*") => ({
  Effect: "Allow",
  Principal: { AWS: principal },
  Action: action,
  Resource: "*",
});
const role = "arn:aws:iam::111122223333:role/App";

export const examples = (): Examples => [
  {
    bad: { json: [all(role)] },
    at: "keys[0].policy.statements[0].actions[0]",
    good: { json: [all("arn:aws:iam::111122223333:root")] },
  },
  {
    bad: {
      key: { policy: { mode: "replace", statements: [] } },
      json: [all(role, "*")],
    },
    at: "keys[0].policy.statements[0].actions[0]",
    good: { json: [all(role, "kms:D*")] },
  },
];
