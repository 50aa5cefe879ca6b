import type { KmsAction } from "../kms/actions.ts";
import { kmsActionNames } from "../kms/actions.ts";
import { conditionKeysOfAction } from "../kms/condition-key-actions.ts";
import type { ConditionKeyRow } from "../kms/condition-keys.ts";
import { conditionKeys } from "../kms/condition-keys.ts";
import { regions } from "../kms/regions.ts";
import { hasKey } from "../kms/keys-of.ts";
import { keySpecs } from "../kms/key-specs.ts";
import { decidedBy, isDecidedHere } from "./action-facts.ts";
import type { ConditionTest } from "./condition-tests.ts";
import type { KeyFacts } from "./key-facts.ts";
import type { StatementView } from "./policy-view.ts";

const carried: ReadonlyMap<KmsAction, ReadonlySet<ConditionKeyRow>> = new Map(
  kmsActionNames.map((action) => [
    action,
    new Set(conditionKeysOfAction(action).map((name) => conditionKeys[name])),
  ]),
);

/** Only the requests of some actions carry the condition key. */
export function isOfSomeActions(row: ConditionKeyRow): boolean {
  return (
    row.usableInKeyPolicy &&
    (row.actions === "as-listed" || row.actions === "every-key-action")
  );
}

/** Requests for the action can carry the condition key. */
export function carries(action: KmsAction, row: ConditionKeyRow): boolean {
  return carried.get(action)?.has(row) === true;
}

/** The condition key is about the encryption context, and the key takes none. */
function isContextOfOtherKey(
  lowerName: string,
  { keySpec }: KeyFacts,
): boolean {
  return (
    keySpec !== undefined &&
    lowerName.startsWith("kms:encryptioncontext") &&
    !keySpecs[keySpec].encryptionContext
  );
}

/** What follows from the key itself: the value of a condition key, null where no request on the key carries it. */
export function valueFromKey(
  lowerName: string,
  { keySpec, keyUsage, origin, multiRegion, region, account }: KeyFacts,
): string | null | undefined {
  switch (lowerName) {
    case "kms:keyspec":
      return keySpec;
    case "kms:keyusage":
      return keyUsage;
    case "kms:keyorigin":
      return origin;
    case "kms:multiregion":
      return multiRegion === undefined ? undefined : String(multiRegion);
    case "kms:multiregionkeytype":
      return multiRegion === false ? null : undefined;
    case "aws:requestedregion":
      return region;
    case "aws:resourceaccount":
      return account;
    default:
      return undefined;
  }
}

const viaServiceForm = /^[^.*?]+\.(?<region>[^.*?]+)\.amazonaws\.com(?:\.cn)?$/;

/** The Region in a value of `kms:ViaService`; undefined where there is none that AWS has. */
export function regionOfService(value: string): string | undefined {
  const region = viaServiceForm.exec(value)?.groups?.["region"];
  return region !== undefined && hasKey(regions, region) ? region : undefined;
}

/** Actions whose requests never carry the condition key. */
export interface Without {
  readonly actions: readonly KmsAction[];
  /** That is all that the statement is about. */
  readonly isAll: boolean;
  /** The texts of the statement that stand for nothing else. */
  readonly texts: readonly string[];
}

/** The actions of a statement whose requests never carry the key of a condition; undefined where all can. */
export function actionsWithout(
  { covers, actions }: StatementView,
  { row, lower }: ConditionTest,
  facts: KeyFacts,
): Without | undefined {
  const isOther = isContextOfOtherKey(lower, facts);
  const lacks = (action: KmsAction) =>
    isOther || row === undefined || !carries(action, row);
  const decided = covers.filter(isDecidedHere);
  const lacking = decided.filter(lacks);
  if (lacking.length === 0) return undefined;
  return {
    actions: lacking,
    isAll: lacking.length === decided.length,
    texts: actions.filter((text) => {
      const those = decidedBy(text);
      return those.length > 0 && those.every(lacks);
    }),
  };
}
