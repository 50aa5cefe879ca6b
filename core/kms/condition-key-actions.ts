import {
  keyResourceConditionKeys,
  kmsActionNames,
  kmsActions,
  type KmsAction,
} from "./actions.ts";
import type { ConditionKey } from "./condition-keys.ts";

/** All condition keys of an action that AWS KMS lists, its own first. */
export function conditionKeysOfAction(
  action: KmsAction,
): readonly ConditionKey[] {
  const { conditionKeys, resourceTypes } = kmsActions[action];
  const common = resourceTypes.includes("key") ? keyResourceConditionKeys : [];
  return [...new Set([...conditionKeys, ...common])];
}

/** The actions whose requests carry a condition key. */
export function actionsWithConditionKey(
  key: ConditionKey,
): readonly KmsAction[] {
  return kmsActionNames.filter((action) =>
    conditionKeysOfAction(action).includes(key),
  );
}
