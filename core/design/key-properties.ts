import type { Key } from "./design.ts";

/** The kinds of keys. */
export type KeyKind = Key["kind"];

/** The keys of a kind. */
export type KeyOfKind<Kind extends KeyKind> = Extract<
  Key,
  { readonly kind: Kind }
>;

type Table = {
  readonly [Kind in KeyKind]: readonly (keyof KeyOfKind<Kind>)[];
};

/** The properties of each kind of key, in their order in the file. */
export const keyProperties = {
  defined: [
    "id",
    "kind",
    "stack",
    "construct",
    "description",
    "enabled",
    "keySpec",
    "keyUsage",
    "origin",
    "multiRegion",
    "enableKeyRotation",
    "rotationPeriodInDays",
    "pendingWindowInDays",
    "bypassPolicyLockoutSafetyCheck",
    "removalPolicy",
    "logicalId",
    "metadata",
    "overrides",
    "existing",
    "aliases",
    "aliasRemovalPolicy",
    "tags",
    "administrators",
    "trustAccountIdentities",
    "policy",
    "grants",
  ],
  replica: [
    "id",
    "kind",
    "stack",
    "primary",
    "description",
    "enabled",
    "pendingWindowInDays",
    "removalPolicy",
    "logicalId",
    "overrides",
    "aliases",
    "tags",
    "administrators",
    "policy",
  ],
  imported: ["id", "kind", "stack", "arn", "found", "aliases", "grants"],
  "imported-alias": [
    "id",
    "kind",
    "stack",
    "alias",
    "target",
    "aliases",
    "grants",
  ],
  "looked-up": [
    "id",
    "kind",
    "stack",
    "alias",
    "keyId",
    "dummyWhenMissing",
    "aliases",
    "grants",
  ],
} as const satisfies Table;
