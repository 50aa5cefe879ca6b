import type {
  DefinedKey,
  DesignChange,
  Grant,
  GrantName,
  Key,
  KeyUsage,
  Path,
  Principal,
  ReferredKey,
} from "../../core/index.ts";
import {
  cdkV1Grants,
  effectiveKey,
  expandAction,
  grantActions,
  grantsOf,
  isDefined,
  keysOf,
  kmsActions,
} from "../../core/index.ts";
import { grantsText } from "../text/grants.ts";
import { edit } from "./edit.ts";
import { orNone } from "./removal.ts";
import { designOf } from "./selectors.ts";
import { announce, getState } from "./store.ts";
import { withoutUnused } from "./unused-principals.ts";

/** A key that permissions can be granted on: every one but a replica. */
export type GrantableKey = DefinedKey | ReferredKey;

/** The CDK has grants on the key. */
export function isGrantable(key: Key): key is GrantableKey {
  return key.kind !== "replica";
}

/** What can be granted: a method of the CDK, or actions of one's own. */
export const permissions: readonly Grant["permission"][] = [
  ...keysOf(grantActions),
  "actions",
];

/** The change that gives somebody a permission that suits the key. */
export function grantChange(
  key: GrantableKey,
  principal: Principal,
): DesignChange {
  const grant: Grant = { principal: principal.id, ...usualPermission(key) };
  return grantsChange(key, [...grantsOf(key), grant]);
}

/** Takes a grant away, and the principal with it where nothing else names it. */
export function removeGrant(key: GrantableKey, at: number): void {
  const grants = grantsOf(key);
  const name = grants[at]?.principal ?? "";
  const change = grantsChange(key, grants.toSpliced(at, 1));
  edit({
    title: grantsText.removed(name, key.id),
    change: withoutUnused(designOf(getState()), change),
  });
  announce(grantsText.removedNow(name));
}

/** Moves a grant to another place; the CDK writes them in this order. */
export function moveGrant(
  key: GrantableKey,
  from: number,
  to: number,
): boolean {
  const grants = grantsOf(key);
  const grant = grants[from];
  if (grant === undefined || to < 0 || to >= grants.length) return false;
  edit({
    title: grantsText.moved(grant.principal, key.id),
    change: grantsChange(
      key,
      grants.toSpliced(from, 1).toSpliced(to, 0, grant),
    ),
  });
  announce(grantsText.movedNow(to + 1, grants.length));
  return true;
}

/** Gives another permission; actions of one's own begin with those of the permission before. */
export function setPermission(
  key: GrantableKey,
  at: number,
  permission: Grant["permission"],
): void {
  const grant = grantsOf(key)[at];
  if (grant === undefined || grant.permission === permission) return;
  const { actions: _, ...rest } = grant;
  replaceGrant(key, at, {
    ...rest,
    permission,
    ...(permission === "actions" && { actions: actionsGranted(grant) }),
  });
}

/** Asks for the key policy too, or no longer. */
export function toggleBothPolicies(key: GrantableKey, at: number): void {
  const grant = grantsOf(key)[at];
  if (grant === undefined) return;
  const { inBothPolicies, ...rest } = grant;
  replaceGrant(
    key,
    at,
    inBothPolicies === true ? rest : { ...rest, inBothPolicies: true },
  );
}

/** Gives other actions. */
export function setGrantActions(
  key: GrantableKey,
  at: number,
  actions: readonly string[],
): void {
  const grant = grantsOf(key)[at];
  if (grant === undefined) return;
  replaceGrant(key, at, { ...grant, permission: "actions", actions });
}

/** The change of the list of grants. */
function grantsChange(
  key: GrantableKey,
  grants: readonly Grant[],
): DesignChange {
  return {
    type: "edit-key",
    key: key.id,
    patch: { grants: orNone(grants) },
  };
}

/** The actions that a grant gives. */
export function actionsGranted({
  permission,
  actions = [],
}: Grant): readonly string[] {
  return permission === "actions" ? actions : grantActions[permission];
}

/** Why a permission does nothing for a key, or cannot be had in CDK v1; nothing where all is well. */
export function misfit(
  key: GrantableKey,
  permission: Grant["permission"],
  line: "v1" | "v2",
): string | undefined {
  if (permission === "actions") return undefined;
  if (line === "v1" && !cdkV1Grants.some((name) => name === permission))
    return grantsText.notInV1;
  if (permission === "admin" || !isDefined(key)) return undefined;
  const { keyUsage } = effectiveKey(key);
  return grantActions[permission]
    .flatMap((action) => expandAction(action))
    .some((action) => isFor(action, keyUsage))
    ? undefined
    : grantsText.notForUsage(keyUsage);
}

/** Where a grant stands in the design. */
export function pathOfGrant(index: number, at: number): Path {
  return ["keys", index, "grants", at];
}

function isFor(action: keyof typeof kmsActions, usage: KeyUsage): boolean {
  const { validFor } = kmsActions[action];
  return validFor !== null && (validFor.usages?.includes(usage) ?? true);
}

const usual: Readonly<Record<KeyUsage, GrantName | readonly string[]>> = {
  ENCRYPT_DECRYPT: "encryptDecrypt",
  SIGN_VERIFY: "signVerify",
  GENERATE_VERIFY_MAC: "generateMac",
  KEY_AGREEMENT: ["kms:DeriveSharedSecret"],
  ENCAPSULATE_DECAPSULATE: ["kms:Encapsulate", "kms:Decapsulate"],
};

/** What a key is mostly for. */
function usualPermission(
  key: GrantableKey,
): Pick<Grant, "permission" | "actions"> {
  const usage = isDefined(key) ? effectiveKey(key).keyUsage : "ENCRYPT_DECRYPT";
  const permission = usual[usage];
  return typeof permission === "string"
    ? { permission }
    : { permission: "actions", actions: permission };
}

function replaceGrant(key: GrantableKey, at: number, grant: Grant): void {
  edit({
    title: grantsText.changed(grant.principal, key.id),
    change: grantsChange(key, grantsOf(key).with(at, grant)),
  });
}
