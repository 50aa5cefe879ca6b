import { addAccountStatement } from "../../design/add-statement.ts";
import { isDefined, isDisabled, isVerbatim } from "../../design/design.ts";
import type {
  DefinedKey,
  Design,
  Principal,
  Statement,
} from "../../design/design.ts";
import { memberWithId } from "../../design/members.ts";
import { principalsBehind } from "../../design/references.ts";
import { isAccountId, parseArn } from "../../policy/arn.ts";
import { isJsonObject } from "../../problem/json.ts";
import type { Json } from "../../problem/json.ts";
import { accountActions } from "../../synth/default-statements.ts";
import { flagsOf } from "../../synth/flags.ts";
import { landings } from "../../synth/grant-landing.ts";
import { isInKeyPolicy, writtenEntries } from "../../synth/policy-entries.ts";
import type { WrittenEntry } from "../../synth/policy-entries.ts";
import { expandAction } from "../../words/capability-words.ts";
import type { Path } from "../../problem/problem.ts";
import { grantsOf } from "../../design/key-parts.ts";
import { keyFix } from "../rule.ts";
import type { Fix, Report, Rule, RuleSubject } from "../rule.ts";
import type { Examples } from "../example.ts";
import {
  grantedInReplaced,
  replacedBy,
  someRole,
  importedRole,
} from "../example.ts";

/** The CDK trusts the account by a flag, whatever the policy says, and so leaves the key policy alone. */
export const grantWithoutEffect: Rule = {
  family: "cdk",
  summary:
    "A grant in an identity policy needs a key policy that lets the account decide.",
  why: "An IAM policy has an effect on a key only where the key policy lets the account decide.",
  mend: "Let the account decide, or write the permission into the key policy.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, Default key policy",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
  },
  check: (subject) => {
    const { design, key } = subject;
    if (!isDefined(key) || key.policy.mode === "amend") return [];
    if (accountActions(key, flagsOf(design.cdk)) !== undefined) return [];
    const entries = writtenEntries(design, key);
    // A policy without statements is left out, and the default one lets the account decide.
    if (!entries.some(isInKeyPolicy)) return [];
    return entries
      .filter((entry) => isInIdentityPolicyOnly(entry))
      .filter((entry) => !isAllowed(design, key, entry))
      .map((entry) => report(subject, key, entry));
  },
};

function isInIdentityPolicyOnly({ landing }: WrittenEntry): boolean {
  return landing !== undefined && landings[landing].where === "identity";
}

function report(
  { design }: RuleSubject,
  key: DefinedKey,
  { path, words }: WrittenEntry,
): Report {
  const [principal] = words.principals;
  return {
    path,
    message: `what \`${principal?.text ?? ""}\` is granted has no effect: it is in its own policy only, and this key policy does not let the account's IAM policies decide`,
    help: "add the account statement, or have the key policy name the principal",
    fix: {
      title: "Add the account statement",
      change: addAccountStatement(design, key),
    },
    otherFixes: inBothPolicies(design, key, path),
  };
}

/** A grant can ask for the key policy too; administrators, and v1, cannot. */
function inBothPolicies(
  { cdk }: Design,
  key: DefinedKey,
  [, , list, at]: Path,
): readonly Fix[] {
  if (list !== "grants" || cdk.line === "v1") return [];
  const grants = grantsOf(key).map((grant, index) =>
    index === at ? { ...grant, inBothPolicies: true } : grant,
  );
  return [keyFix("Write the grant into the key policy too", key, { grants })];
}

/** Some statement lets the account, or the principal itself, do each of the actions. */
function isAllowed(
  design: Design,
  key: DefinedKey,
  { words, path }: WrittenEntry,
): boolean {
  const [, , list, index] = path;
  const grantee =
    list === "grants"
      ? key.grants?.[Number(index)]?.principal
      : key.administrators[Number(index)];
  const covered = new Set(
    key.policy.statements
      .filter((statement) => reaches({ design, key }, statement, grantee))
      .flatMap(allowedActions)
      .flatMap(expandAction),
  );
  return words.actions
    .flatMap((action) =>
      typeof action === "string" ? expandAction(action) : [],
    )
    .every((action) => covered.has(action));
}

function reaches(
  { design, key }: { readonly design: Design; readonly key: DefinedKey },
  statement: Statement,
  grantee: string | undefined,
): boolean {
  if (isDisabled(statement)) return false;
  if (isVerbatim(statement))
    return (
      statement.verbatim["Effect"] !== "Deny" &&
      textsIn(statement.verbatim["Principal"] ?? "*").some(
        (text) => text === "*" || isAccountId(text) || text.endsWith(":root"),
      )
    );
  if (statement.effect === "Deny") return false;
  if (statement.notPrincipals !== undefined) return true;
  const account = memberWithId(design.stacks, key.stack)?.account;
  return principalsBehind(design, statement.principals ?? []).some(
    (id) =>
      id === grantee ||
      design.principals.some(
        (principal) => principal.id === id && isWide(principal, account),
      ),
  );
}

/** It stands for the account of the key, or for everyone somewhere, the grantee perhaps among them. */
function isWide(principal: Principal, account: string | undefined): boolean {
  const isOurs = (text: string) =>
    account === undefined || text === account || text.includes("${");
  switch (principal.kind) {
    case "account-root":
    case "any":
    case "star":
    case "organization":
    case "organizational-unit":
      return true;
    case "via-service":
      return principal.base === undefined;
    case "account":
      return isOurs(principal.account);
    case "arn": {
      const arn = parseArn(principal.arn);
      return arn?.resource === "root" && isOurs(arn.account);
    }
    default:
      return false;
  }
}

function allowedActions(statement: Statement): readonly string[] {
  if (!isVerbatim(statement))
    // What is left when some actions are taken out is too much to guess.
    return statement.notActions === undefined
      ? (statement.actions ?? [])
      : ["*"];
  const { Action: action } = statement.verbatim;
  return action === undefined ? ["*"] : textsIn(action);
}

function textsIn(json: Json): readonly string[] {
  if (typeof json === "string") return [json];
  if (Array.isArray(json))
    return json.flatMap((member: Json) => textsIn(member));
  return isJsonObject(json) ? Object.values(json).flatMap(textsIn) : [];
}

export const examples = (): Examples => [
  {
    bad: grantedInReplaced("kms:Encrypt"),
    at: "keys[0].grants[0]",
    good: grantedInReplaced("kms:*"),
  },
  {
    bad: {
      principal: importedRole,
      key: {
        administrators: ["App"],
        policy: replacedBy({ Principal: { AWS: someRole }, Action: "kms:*" }),
      },
    },
    at: "keys[0].administrators[0]",
    good: {
      principal: importedRole,
      key: {
        administrators: ["App"],
        policy: replacedBy({ Principal: { AWS: "*" }, Action: "kms:*" }),
      },
    },
  },
];
