import { isVerbatim } from "../design/design.ts";
import { hasKey } from "../kms/keys-of.ts";
import { keysOfPrincipals } from "../kms/service-requests.ts";
import type { Json } from "../problem/json.ts";
import { saysOfAbsent } from "./condition-tests.ts";
import type { ConditionTest } from "./condition-tests.ts";
import { accountOfKey, regionOf } from "./key-facts.ts";
import { policyOfKey } from "./policy-view.ts";
import type { StatementView } from "./policy-view.ts";
import type { RuleSubject } from "./rule.ts";

const sourceKeys: ReadonlySet<string> = new Set([
  "aws:sourcearn",
  "aws:sourceaccount",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
]);

/** The condition binds what the service acts for, or no request of a service meets it. */
export function isScoping(test: ConditionTest): boolean {
  const { lower } = test;
  const isAboutSource =
    sourceKeys.has(lower) ||
    lower.startsWith("kms:encryptioncontext:") ||
    hasKey(keysOfPrincipals, lower);
  return isAboutSource && saysOfAbsent(test) === false;
}

/** The account of the key as a statement can compare it: its ID, or the account that the stack is deployed to. */
export function accountText(
  subject: RuleSubject,
  { own }: StatementView,
): Json {
  const view = policyOfKey(subject);
  const account = view && accountOfKey(view);
  if (account !== undefined) return account;
  const isRaw = own !== undefined && isVerbatim(own) && own.raw === true;
  return isRaw ? { Ref: "AWS::AccountId" } : "${AWS::AccountId}";
}

/** The ARNs of all log groups of the account of the key. */
export function logGroupsText(
  subject: RuleSubject,
  statement: StatementView,
): Json {
  const { own } = statement;
  const account = accountText(subject, statement);
  if (own !== undefined && isVerbatim(own) && own.raw === true)
    return {
      "Fn::Sub":
        "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:*",
    };
  const id = typeof account === "string" ? account : "${AWS::AccountId}";
  const region = regionOf(subject) ?? "${AWS::Region}";
  return `arn:\${AWS::Partition}:logs:${region}:${id}:*`;
}
