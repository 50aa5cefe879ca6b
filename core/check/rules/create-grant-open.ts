import { kmsActions } from "../../kms/actions.ts";
import type { JsonObject } from "../../problem/json.ts";
import { listOf } from "../../problem/json.ts";
import { decidedBy } from "../action-facts.ts";
import { carries } from "../carried-keys.ts";
import { areConditionsKnown } from "../condition-tests.ts";
import { findConditionKey } from "../../kms/condition-keys.ts";
import type { Examples } from "../example.ts";
import { accountOfKey } from "../key-facts.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type {
  PolicyView,
  PrincipalView,
  StatementView,
} from "../policy-view.ts";
import { accountOfPrincipal, sortOf } from "../principal-facts.ts";
import type { Fix, Report, Rule, RuleSubject } from "../rule.ts";
import { splitStatement } from "../split-statement.ts";
import { statementFix, withCondition, withoutTexts } from "../statement-fix.ts";

/** A grant gives the use of a key to anybody, in any account, and no key policy says so. */
export const createGrantOpen: Rule = {
  family: "least-privilege",
  summary: "Whoever may create grants may do so within limits.",
  why: "A grant lets somebody else use the key, also in another account, and the key policy does not show it. AWS services that make grants for a principal only need kms:GrantIsForAWSResource.",
  mend: "Add the condition kms:GrantIsForAWSResource, or limit the grants with kms:GrantOperations, kms:GranteePrincipal or kms:ViaService.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, Controlling access to grants",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/grant-authorization.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return view.statements
      .filter(
        (one) =>
          one.effect === "Allow" &&
          !one.conditions.some(({ key }) => limits(key)) &&
          areConditionsKnown(view, one),
      )
      .flatMap((statement) =>
        statement.actions
          .filter(isAboutGrants)
          .slice(0, 1)
          .flatMap((text) => reportOf(subject, view, { statement, text })),
      );
  },
};

const limiting =
  /^(?:kms:(?:grant|retiring|viaservice|encryptioncontext)|aws:(?:viaawsservice|calledvia|sourcearn|sourceaccount))/i;

/** The condition key limits which grants can be made. */
function limits(key: string): boolean {
  return limiting.test(key);
}

/** The text lets grants be made, and is no administrators' pattern such as kms:Create*. */
function isAboutGrants(text: string): boolean {
  const actions = decidedBy(text);
  return (
    actions.includes("kms:CreateGrant") &&
    actions.every((action) => kmsActions[action].capability === "grants")
  );
}

interface Place {
  readonly statement: StatementView;
  readonly text: string;
}

function reportOf(
  subject: RuleSubject,
  view: PolicyView,
  { statement, text }: Place,
): readonly Report[] {
  const account = accountOfKey(view) ?? view.subject.account;
  const open = statement.principals.filter((one) => isOpenTo(one, account));
  if (open.length === 0) return [];
  // Another account often makes grants for roles of its own, as EC2 Auto Scaling asks for.
  const areAccounts = open.every((one) => sortOf(one) === "account");
  const fix = withLimit(subject, statement);
  return [
    {
      path: placeIn(statement, ["Action"], text),
      message: `${statement.name} lets the key be granted to anybody: no condition limits \`${text}\``,
      help: "add the condition kms:GrantIsForAWSResource, or limit the grants with kms:GrantOperations or kms:GranteePrincipal",
      ...((areAccounts || statement.own === undefined) && { severity: "info" }),
      ...(fix !== undefined && { fix }),
    },
  ];
}

/** Somebody of an account, or another account as a whole; the key's own account delegates to its IAM policies. */
function isOpenTo(principal: PrincipalView, own: string): boolean {
  const sort = sortOf(principal);
  return (
    sort === "identity" ||
    sort === "everyone" ||
    (sort === "account" && accountOfPrincipal(principal) !== own)
  );
}

const limitKey = "kms:GrantIsForAWSResource";
const limitRow = findConditionKey(limitKey);

/** The text stands for actions whose requests carry the limit. */
function takesLimit(text: string): boolean {
  return decidedBy(text).every(
    (action) => limitRow !== undefined && carries(action, limitRow),
  );
}

function limited(elements: JsonObject): JsonObject {
  return withCondition(elements, ["Bool", limitKey], "true");
}

function withLimit(
  subject: RuleSubject,
  statement: StatementView,
): Fix | undefined {
  const title = "Allow grants to AWS services only";
  const texts = statement.actions.filter(takesLimit);
  if (texts.length === statement.actions.length)
    return statementFix(subject, statement, { title, edit: limited });
  return splitStatement(subject, statement, {
    title,
    first: (elements) => withoutTexts(elements, "Action", texts),
    second: (elements) =>
      limited({
        ...elements,
        Action: listOf(elements["Action"]).filter(
          (one) => typeof one === "string" && texts.includes(one),
        ),
      }),
  });
}

const role = { AWS: "arn:aws:iam::111122223333:role/App" };
const allow = (more: object) => ({
  Effect: "Allow",
  Principal: role,
  Resource: "*",
  ...more,
});
const forAWSResource = { Bool: { "kms:GrantIsForAWSResource": "true" } };

export const examples: Examples = [
  {
    bad: { json: [allow({ Action: ["kms:Decrypt", "kms:CreateGrant"] })] },
    at: "keys[0].policy.statements[0].actions[1]",
    good: {
      json: [
        allow({ Action: "kms:Decrypt" }),
        allow({
          Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
          Condition: forAWSResource,
        }),
      ],
    },
  },
  {
    bad: {
      stack: { account: "111122223333" },
      json: [
        allow({
          Principal: { AWS: "arn:aws:iam::444455556666:root" },
          Action: "kms:CreateGrant",
        }),
      ],
    },
    at: "keys[0].policy.statements[0].actions[0]",
    good: {
      stack: { account: "111122223333" },
      json: [
        allow({
          Principal: { AWS: "arn:aws:iam::111122223333:root" },
          Action: "kms:CreateGrant",
        }),
      ],
    },
  },
  {
    bad: {
      json: [
        allow({
          Principal: { AWS: "*" },
          Action: "kms:*Grant",
          Condition: { StringEquals: { "kms:CallerAccount": "111122223333" } },
        }),
      ],
    },
    at: "keys[0].policy.statements[0].actions[0]",
    good: {
      json: [
        allow({
          Action: "kms:CreateGrant",
          Condition: {
            "ForAllValues:StringEquals": { "kms:GrantOperations": "Decrypt" },
          },
        }),
        allow({ Action: ["kms:Create*", "kms:Put*"] }),
      ],
    },
  },
];
