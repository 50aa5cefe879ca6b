import type { Grant } from "../design/design.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import type { Path } from "../problem/problem.ts";
import type { Assembly } from "./assembly.ts";
import { accountRoot } from "./grantee.ts";
import type { Grantee, Surroundings } from "./grantee.ts";
import type { GrantLanding } from "./grant-landing.ts";
import type { KeyNode } from "./key-node.ts";
import { stackPartition } from "./partition.ts";
import { policyStatement } from "./policy-statement.ts";
import type { PolicyPrincipal } from "./policy-statement.ts";
import { isUnresolved } from "./resolve-text.ts";
import { refusal } from "./refusal.ts";

/** The actions that a grant gives, in the order in which the CDK writes them before any sorting. */
export function actionsOfGrant({
  permission,
  actions,
}: Grant): readonly string[] {
  return permission === "actions" ? (actions ?? []) : grantActions[permission];
}

/** A grant that is about to be put into policies. */
interface Giving {
  readonly actions: readonly string[];
  /** Asked to be in the key policy too, whatever the key trusts. */
  readonly inBothPolicies?: boolean;
  readonly node: KeyNode;
  readonly grantee: Grantee;
  readonly path: Path;
  readonly around: Surroundings;
}

/**
 * Puts a permission on a key where the CDK puts it, and notes where that was and why.
 *
 * Source: aws-cdk-lib 2.276.0, aws-kms/lib/key-grants and aws-iam/lib/grant;
 * @aws-cdk/aws-kms 1.204.0, lib/key.
 */
export function applyGrant(giving: Giving): void {
  const { path, around } = giving;
  around.assembly.landings.set(path.join("/"), landed(giving));
}

function landed(giving: Giving): GrantLanding {
  const { node, grantee, around } = giving;
  if (node.key.kind === "imported-alias" && node.key.target === undefined)
    return grantByAlias(giving, node.key.alias);
  const isElsewhere = isOtherEnvironment(node, grantee, around.assembly);
  return node.trustsAccount && !isElsewhere && giving.inBothPolicies !== true
    ? toPrincipalOrKey(giving)
    : toPrincipalAndKey(giving, isElsewhere);
}

/** The identity policy where there is one, and the key policy too unless both are surely in one account. */
function toPrincipalOrKey(giving: Giving): GrantLanding {
  const { grantee, node } = giving;
  attach(giving, false);
  const hasPolicy = grantee.attach !== undefined;
  const isImmutable = grantee.identity?.isMutable === false;
  if (hasPolicy && isSameAccount(node.account, grantee.account))
    return isImmutable ? "immutable" : "same-account";
  if (!addToKey(giving, grantee.principal)) return withoutKeyPolicy(grantee);
  if (isImmutable) return "immutable-key";
  return hasPolicy ? "other-account" : "no-identity-policy";
}

function withoutKeyPolicy(grantee: Grantee): GrantLanding {
  return grantee.attach === undefined || grantee.identity?.isMutable === false
    ? "unreachable"
    : "imported-key";
}

/** Both policies: the key does not trust the account, or the principal is in another environment. */
function toPrincipalAndKey(giving: Giving, isElsewhere: boolean): GrantLanding {
  const { grantee, node, around } = giving;
  attach(giving, isElsewhere);
  const later = laterAccount(node, grantee, around.assembly);
  const principal =
    later === undefined ? grantee.principal : accountRoot(later, around);
  if (!addToKey(giving, principal)) return withoutKeyPolicy(grantee);
  if (later !== undefined) return "later-stack";
  if (isElsewhere) return "other-environment";
  return node.trustsAccount ? "asked-for" : "no-trust";
}

/** A key known by an alias only: any key of the account with that alias, in the identity policy. */
function grantByAlias(giving: Giving, alias: string): GrantLanding {
  const { grantee, node, around } = giving;
  const { assembly } = around;
  const applies =
    assembly.flags["@aws-cdk/aws-kms:applyImportedAliasPermissionsToPrincipal"];
  if (!applies || grantee.attach === undefined)
    return applies ? "unreachable" : "dropped";
  const { account, region } = node.home;
  const partition = stackPartition(node.home, assembly.flags);
  grantee.attach(
    policyStatement({
      actions: giving.actions,
      resources: [`arn:${partition}:kms:${region}:${account}:key/*`],
      conditions: {
        "ForAnyValue:StringEquals": {
          "kms:ResourceAliases": assembly.text(alias),
        },
      },
      origins: [giving.path],
    }),
  );
  return "imported-alias";
}

/** Gives the permission in the identity policy, where there is one: on the key, or on all where it is elsewhere. */
function attach(
  { grantee, node, actions, path }: Giving,
  isElsewhere: boolean,
): void {
  grantee.attach?.(
    policyStatement({
      actions,
      resources: [isElsewhere ? "*" : node.arn()],
      origins: [path],
    }),
  );
}

function addToKey(
  { node, actions, path, around }: Giving,
  principal: PolicyPrincipal,
): boolean {
  // The CDK makes the statement before it finds that there is no policy to put it into.
  if (principal.isGroup === true)
    around.assembly.problems.push(groupRefusal(path));
  if (node.statements === undefined) return false;
  node.statements.push(
    policyStatement({
      actions,
      principals: [principal],
      resources: ["*"],
      origins: [path],
    }),
  );
  return true;
}

/** What is wrong with a group in a key policy. */
export function groupRefusal(path: Path) {
  return refusal("principal/group", path, {
    message: "a key policy cannot name an IAM group",
    help: "name the users or a role, or let the account's IAM policies decide",
  });
}

/** The CDK compares account ids, and takes two that are decided at deployment for the same. */
function isSameAccount(key: string, principal: string | undefined): boolean {
  if (principal === undefined) return false;
  return key === principal || (isUnresolved(key) && isUnresolved(principal));
}

/** Whether the CDK sees the principal in another account or Region than the key. */
function isOtherEnvironment(
  node: KeyNode,
  { identity }: Grantee,
  { flags, isV1 }: Assembly,
): boolean {
  if (identity === undefined || (!isV1 && !identity.isOwned)) return false;
  const { home } = identity;
  const isReduced =
    !isV1 && flags["@aws-cdk/aws-kms:reduceCrossAccountRegionPolicyScope"];
  const differs = (of: "account" | "region") =>
    node.home[of] !== home[of] && !(isReduced && node[of] === home[of]);
  return differs("account") || differs("region");
}

/** The account of a new principal whose stack is deployed after the key's, so that the key policy cannot name it yet. */
function laterAccount(
  { home }: KeyNode,
  { identity }: Grantee,
  { isV1 }: Assembly,
): string | undefined {
  if (identity === undefined || !identity.isOwned || identity.home === home)
    return undefined;
  // v1 does not take an immutable role for a new one.
  if (isV1 && !identity.isMutable) return undefined;
  return identity.home.explicit.has(home) ? identity.home.account : undefined;
}
