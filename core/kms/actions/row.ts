import type { ConditionKey } from "../condition-keys.ts";
import { recipientAttestationKeyNames } from "../conditions/recipient-attestation.ts";
import type { KeySpec, KeyUsage, Origin } from "../key-specs.ts";
import type { SourceRef } from "../sources.ts";

/** The access levels of IAM. */
export type AccessLevel =
  "List" | "Read" | "Write" | "Tagging" | "Permissions management";

/** Whether an operation works on keys of another account. */
export type CrossAccount = "yes" | "no" | "partly" | "not-applicable";

/** What an action is for, in groups that a list can show: id to label. */
export const capabilities = {
  encrypt: "Encrypt",
  decrypt: "Decrypt",
  "re-encrypt": "Re-encrypt",
  "data-keys": "Generate data keys",
  sign: "Sign and verify",
  mac: "Generate and verify MACs",
  agree: "Agree on shared secrets",
  encapsulate: "Encapsulate shared secrets",
  "public-key": "Get the public key",
  metadata: "View the key",
  grants: "Manage grants",
  policy: "Manage the key policy",
  administer: "Administer the key",
  rotation: "Rotate the key",
  deletion: "Delete the key",
  tags: "Manage tags",
  aliases: "Manage aliases",
  import: "Import key material",
  replicate: "Replicate the key",
  account: "Work with the account",
  "custom-key-store": "Manage custom key stores",
} as const satisfies Record<string, string>;

/** A group of actions. */
export type Capability = keyof typeof capabilities;

/** The keys an action works on; null means no restriction of that kind. */
export interface ActionValidity {
  readonly usages: readonly KeyUsage[] | null;
  readonly specs: readonly KeySpec[] | null;
  readonly origins: readonly Origin[] | null;
}

/** What a row of `kmsActions` says. */
export interface ActionRow {
  /**
   * The API operation; null when there is none.
   *
   * @default - the name of the action, without `kms:`
   */
  readonly operation?: string | null;
  /** The first access level. */
  readonly accessLevel: AccessLevel;
  /** All access levels, when there is more than one. */
  readonly accessLevels?: readonly AccessLevel[];
  /** One short sentence. */
  readonly summary: string;
  readonly capability: Capability;
  /** What the action can be allowed on; empty means `*` only. */
  readonly resourceTypes: readonly ("key" | "alias")[];
  /** Besides these, `keyResourceConditionKeys` apply to every action on a key. */
  readonly conditionKeys: readonly ConditionKey[];
  readonly effectiveInKeyPolicy: boolean;
  readonly crossAccount: CrossAccount;
  /** A grant can allow it. */
  readonly grantable: boolean;
  /** Uses the key material. */
  readonly cryptographic: boolean;
  /** Null when the action does not work on a key. */
  readonly validFor: ActionValidity | null;
  /** What to watch. */
  readonly note?: string;
  /** The parts of this row that no source confirms. */
  readonly unconfirmed?: readonly string[];
  readonly source: SourceRef;
}

/** The usual sources of a row. */
export const listed = ["iamData", "sdk"] as const;

/** Condition keys of nearly every action on a key. */
export const onKey = ["kms:CallerAccount", "kms:ViaService"] as const;

/** Condition keys of operations that take an encryption context. */
export const onContext = [
  ...onKey,
  "kms:EncryptionAlgorithm",
  "kms:EncryptionContext:${EncryptionContextKey}",
  "kms:EncryptionContextKeys",
  "kms:RequestAlias",
] as const;

/** Condition keys of operations that answer to an attested recipient. */
export const onAttestation = recipientAttestationKeyNames;

/** Works on every key. */
export const anyKey: ActionValidity = {
  usages: null,
  specs: null,
  origins: null,
};

/** Works on keys that AWS KMS itself keeps, not on those of a custom key store. */
export const outsideKeyStores: ActionValidity = {
  usages: null,
  specs: null,
  origins: ["AWS_KMS", "EXTERNAL"],
};

/** Works on keys with imported material. */
export const imported: ActionValidity = {
  usages: null,
  specs: null,
  origins: ["EXTERNAL"],
};
