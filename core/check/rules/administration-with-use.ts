import { listOf } from "../../problem/json.ts";
import type { KmsAction } from "../../kms/actions.ts";
import {
  decidedBy,
  isAdministrative,
  isEveryAction,
  isUse,
} from "../action-facts.ts";
import type { Examples } from "../example.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import { identitiesOf, namesOf } from "../principal-names.ts";
import type { Fix, Report, Rule, RuleSubject } from "../rule.ts";
import { splitStatement } from "../split-statement.ts";
import { withoutTexts } from "../statement-fix.ts";
import { listOfNames } from "../text-list.ts";

/** Whoever administers a key need not read what it protects. */
export const administrationWithUse: Rule = {
  family: "least-privilege",
  summary: "Administration of the key and its use are in separate statements.",
  why: "Who can change the policy or delete the key and can decrypt with it too is held by nobody. Apart, the two can be given to different people, and a review sees who has which.",
  mend: "Make two statements of it: one for those who administer the key, one for those who use it.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, Best practices for IAM policies",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return view.statements.flatMap((statement) => {
      const { effect, covers, actions, notActions } = statement;
      if (effect !== "Allow" || notActions.length > 0) return [];
      if (actions.some(isEveryAction)) return [];
      if (!covers.some(isPower) || !covers.some(isUse)) return [];
      const identities = identitiesOf(statement);
      return identities.length === 0
        ? []
        : [report(subject, statement, namesOf(statement, identities))];
    });
  },
};

/** With these, access to the key can be changed, or the key be lost. */
const powers: ReadonlySet<KmsAction> = new Set([
  "kms:PutKeyPolicy",
  "kms:ScheduleKeyDeletion",
  "kms:DisableKey",
  "kms:DeleteImportedKeyMaterial",
]);

function isPower(action: KmsAction): boolean {
  return powers.has(action);
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  names: readonly string[],
): Report {
  const administering = statement.actions.filter((text) =>
    decidedBy(text).some(isAdministrative),
  );
  const fix = inTwo(subject, statement, administering);
  const first = statement.actions.find((text) => decidedBy(text).some(isPower));
  return {
    path: placeIn(statement, ["Action"], first),
    message: `${statement.name} lets ${listOfNames(names)} both administer and use the key`,
    help: "make two statements of it, one to administer the key and one to use it",
    // The CDK merges grants of its own to one principal.
    ...(statement.own === undefined && { severity: "info" }),
    ...(fix !== undefined && { fix }),
  };
}

function inTwo(
  subject: RuleSubject,
  statement: StatementView,
  administering: readonly string[],
): Fix | undefined {
  if (administering.some((text) => decidedBy(text).some(isUse)))
    return undefined;
  return splitStatement(subject, statement, {
    title: "Make two statements of it",
    first: (elements) => withoutTexts(elements, "Action", administering),
    second: (elements) => ({
      ...elements,
      Action: listOf(elements["Action"]).filter(
        (one) => typeof one === "string" && administering.includes(one),
      ),
    }),
  });
}

const statement = (...actions: readonly string[]) => ({
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:role/Ops" },
  Action: actions,
  Resource: "*",
});

export const examples = (): Examples => [
  {
    bad: { json: [statement("kms:Decrypt", "kms:Put*", "kms:TagResource")] },
    at: "keys[0].policy.statements[0].actions[1]",
    good: {
      json: [
        statement("kms:Decrypt", "kms:DescribeKey"),
        statement("kms:Put*", "kms:Describe*", "kms:ScheduleKeyDeletion"),
      ],
    },
  },
  {
    bad: { json: [statement("kms:D*", "kms:Encrypt")] },
    at: "keys[0].policy.statements[0].actions[0]",
    good: {
      json: [
        {
          ...statement("kms:D*", "kms:Encrypt"),
          Principal: { AWS: "arn:aws:iam::111122223333:root" },
        },
      ],
    },
  },
];
