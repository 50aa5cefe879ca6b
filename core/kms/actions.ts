import { accountActions } from "./actions/account.ts";
import { administrationActions } from "./actions/administration.ts";
import { encryptionActions } from "./actions/encryption.ts";
import { grantsActions } from "./actions/grants.ts";
import type { ActionRow } from "./actions/row.ts";
import { signingActions } from "./actions/signing.ts";
import type { ConditionKey } from "./condition-keys.ts";
import { keysOf } from "./keys-of.ts";

export { capabilities } from "./actions/row.ts";
export type { ActionRow, Capability } from "./actions/row.ts";

const rows = {
  ...encryptionActions,
  ...signingActions,
  ...grantsActions,
  ...administrationActions,
  ...accountActions,
} as const satisfies Record<`kms:${string}`, ActionRow>;

/** An action of AWS KMS, such as `kms:Decrypt`. */
export type KmsAction = keyof typeof rows;

/** Every action of AWS KMS. */
export const kmsActions: Readonly<Record<KmsAction, ActionRow>> = rows;

/** The names of {@link kmsActions}, in order. */
export const kmsActionNames: readonly KmsAction[] = keysOf(rows);

/** The condition keys that every action on a key carries besides its own. */
export const keyResourceConditionKeys = [
  "aws:ResourceTag/${TagKey}",
  "kms:KeyOrigin",
  "kms:KeySpec",
  "kms:KeyUsage",
  "kms:MultiRegion",
  "kms:MultiRegionKeyType",
  "kms:ResourceAliases",
] as const satisfies readonly ConditionKey[];
