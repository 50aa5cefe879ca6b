import type { Context } from "./context.ts";
import type { Question } from "./decide.ts";
import { bestFit, readPrincipals } from "./principals.ts";
import type { KmsGrant } from "./request.ts";

/**
 * The first grant that allows a request.
 * Source: AWS KMS Developer Guide, "Grants in AWS KMS"; AWS KMS API Reference, "GrantConstraints".
 */
export function grantThatAllows(
  grants: readonly KmsGrant[],
  question: Question,
): KmsGrant | undefined {
  return grants.find((grant) => allows(grant, question));
}

function allows(grant: KmsGrant, { action, caller, context }: Question) {
  if (!grant.Operations.includes(action.replace(/^kms:/, ""))) return false;
  const { GranteePrincipal: grantee } = grant;
  const type = grantee.startsWith("arn:") ? "AWS" : "Service";
  const principals = readPrincipals({ [type]: grantee }) ?? [];
  return (
    bestFit(principals, caller) === "itself" &&
    constraintsHold(grant, action, context)
  );
}

/** Operations that take an encryption context; constraints say nothing of the others, such as `RetireGrant`. */
function constraintsHold(
  { Constraints: constraints = {} }: KmsGrant,
  action: string,
  context: Context,
): boolean {
  const { EncryptionContextSubset: subset, EncryptionContextEquals: equals } =
    constraints;
  if (subset === undefined && equals === undefined) return true;
  if (!withEncryptionContext.has(action)) return true;
  const has = (pairs: Readonly<Record<string, string>>) =>
    Object.entries(pairs).every(
      ([name, value]) =>
        context.get(`kms:encryptioncontext:${name.toLowerCase()}`) === value,
    );
  if (subset !== undefined && !has(subset)) return false;
  if (equals === undefined) return true;
  const names = [...context.keys()].filter((name) =>
    name.startsWith("kms:encryptioncontext:"),
  );
  return has(equals) && names.length === Object.keys(equals).length;
}

const withEncryptionContext: ReadonlySet<string> = new Set([
  "kms:Decrypt",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyPair",
  "kms:GenerateDataKeyPairWithoutPlaintext",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
  "kms:CreateGrant",
]);
