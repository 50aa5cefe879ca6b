import { globalRows } from "./conditions/global.ts";
import { kmsConditionKeys } from "./conditions/kms.ts";
import { recipientAttestationKeys } from "./conditions/recipient-attestation.ts";
import type {
  ConditionKeyRow,
  GlobalConditionKeyRow,
} from "./conditions/row.ts";
import { tagConditionKeys } from "./conditions/tags.ts";
import { keysOf } from "./keys-of.ts";

export type {
  ConditionKeyRow,
  GlobalConditionKeyRow,
} from "./conditions/row.ts";
export { viaServices } from "./conditions/via-services.ts";

const rows = {
  ...kmsConditionKeys,
  ...tagConditionKeys,
  ...recipientAttestationKeys,
} as const satisfies Record<string, ConditionKeyRow>;

/** A condition key that AWS KMS lists for its actions. */
export type ConditionKey = keyof typeof rows;

/** Every condition key that AWS KMS lists for its actions. */
export const conditionKeys: Readonly<Record<ConditionKey, ConditionKeyRow>> =
  rows;

/** The names of {@link conditionKeys}, in order. */
export const conditionKeyNames: readonly ConditionKey[] = keysOf(rows);

/** A condition key that every AWS service understands. */
export type GlobalConditionKey = keyof typeof globalRows;

/** The condition keys of all of AWS that are of use in key policies. */
export const globalConditionKeys: Readonly<
  Record<GlobalConditionKey, GlobalConditionKeyRow>
> = globalRows;

/** The names of {@link globalConditionKeys}, in order. */
export const globalConditionKeyNames: readonly GlobalConditionKey[] =
  keysOf(globalRows);

const rowsByLowerName: ReadonlyMap<string, ConditionKeyRow> = new Map(
  Object.entries({ ...globalRows, ...rows }).map(([name, row]) => [
    name.toLowerCase(),
    row,
  ]),
);

const templates = [
  "kms:EncryptionContext:${EncryptionContextKey}",
  "aws:PrincipalTag/${TagKey}",
  "aws:RequestTag/${TagKey}",
  "aws:ResourceTag/${TagKey}",
].map((name) => ({
  name: name.toLowerCase(),
  prefix: name.slice(0, name.indexOf("${")).toLowerCase(),
}));

/** The row of a condition key as written in a policy: in any case, and with the tag or context key filled in. */
export function findConditionKey(name: string): ConditionKeyRow | undefined {
  const lower = name.toLowerCase();
  const template = templates.find(
    ({ prefix }) => lower.startsWith(prefix) && lower.length > prefix.length,
  );
  return rowsByLowerName.get(template?.name ?? lower);
}
