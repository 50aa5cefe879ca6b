import type { ConditionKey } from "../../../core/index.ts";
import {
  conditionKeyNames,
  conditionKeys,
  conditionKeysOfAction,
  expandAction,
} from "../../../core/index.ts";

/** The condition keys of AWS KMS that requests for any of these actions carry. */
export function fittingKeys(
  actions: readonly string[],
): readonly ConditionKey[] {
  const covered = new Set(actions.flatMap((action) => expandAction(action)));
  const carried = new Set([...covered].flatMap(conditionKeysOfAction));
  return conditionKeyNames.filter(
    (name) => conditionKeys[name].usableInKeyPolicy && carried.has(name),
  );
}

/** A request for one of the actions can carry the key; keys that AWS KMS does not list come with any request. */
export function fitsActions(name: string, actions: readonly string[]): boolean {
  const listed = conditionKeyNames.find((known) => isWritten(known, name));
  return listed === undefined || fittingKeys(actions).includes(listed);
}

/** The name is a key of the table, with the tag or context key filled in; case does not matter. */
function isWritten(known: string, name: string): boolean {
  const at = known.indexOf("${");
  const written = name.toLowerCase();
  return at < 0
    ? known.toLowerCase() === written
    : written.startsWith(known.slice(0, at).toLowerCase());
}
