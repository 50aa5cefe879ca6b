import type { Key, KmsAction } from "../../../core/index.ts";
import {
  effectiveKey,
  expandAction,
  isDefined,
  kmsActions,
} from "../../../core/index.ts";
import { policyText } from "../../text/policy.ts";

/** Why an action in the policy of a key gives nothing; undefined for one that does. */
export function whyNothing(action: KmsAction, key: Key): string | undefined {
  if (!kmsActions[action].effectiveInKeyPolicy) return policyText.doesNothing;
  return worksOn(action, key) ? undefined : policyText.notForKey;
}

/** So many actions are named one by one. */
const fewActions = 4;

/** Of a pattern: how much it covers, or why that is nothing; a plain action that works speaks for itself. */
export function coverage(pattern: string, key: Key): string | undefined {
  const covered = expandAction(pattern);
  const [first] = covered;
  if (first === undefined) return policyText.coversNone;
  const reasons = covered.map((action) => whyNothing(action, key));
  if (reasons.every((reason) => reason !== undefined)) return reasons[0];
  if (!isPattern(pattern)) return undefined;
  return covered.length <= fewActions
    ? covered.map((action) => action.replace("kms:", "")).join(", ")
    : policyText.covers(covered.length);
}

/** The text stands for more than one action, perhaps. */
export function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/** Of a key that exists only its name is known, so every action may work on it. */
function worksOn(action: KmsAction, key: Key): boolean {
  if (!isDefined(key)) return true;
  const { validFor } = kmsActions[action];
  const { keyUsage, keySpec, origin } = effectiveKey(key);
  return (
    validFor !== null &&
    (validFor.usages?.includes(keyUsage) ?? true) &&
    (validFor.specs?.includes(keySpec) ?? true) &&
    (validFor.origins?.includes(origin) ?? true)
  );
}
