import type { ActionRow, Capability, KmsAction } from "../kms/actions.ts";
import { kmsActionNames, kmsActions } from "../kms/actions.ts";
import { expandAction } from "../words/capability-words.ts";

function those(fits: (row: ActionRow) => boolean): ReadonlySet<KmsAction> {
  return new Set(kmsActionNames.filter((name) => fits(kmsActions[name])));
}

/** What it is to administer a key, apart from looking at it. */
const administration: ReadonlySet<Capability> = new Set([
  "policy",
  "administer",
  "rotation",
  "deletion",
  "tags",
  "aliases",
  "import",
  "replicate",
]);

const lookingOnly: ReadonlySet<string> = new Set(["List", "Read"]);

const administrative = those(
  ({ capability, accessLevel, effectiveInKeyPolicy }) =>
    effectiveInKeyPolicy &&
    administration.has(capability) &&
    !lookingOnly.has(accessLevel),
);

/** The action changes the key or its policy. */
export function isAdministrative(action: KmsAction): boolean {
  return administrative.has(action);
}

/** The action only looks at the key. */
export function isLooking(action: KmsAction): boolean {
  return lookingOnly.has(kmsActions[action].accessLevel);
}

const use = those(
  ({ cryptographic, effectiveInKeyPolicy }) =>
    cryptographic && effectiveInKeyPolicy,
);

/** The action uses the key material. */
export function isUse(action: KmsAction): boolean {
  return use.has(action);
}

const decided = those(
  ({ effectiveInKeyPolicy, operation }) =>
    effectiveInKeyPolicy && operation !== null,
);

/** A key policy decides the action, and somebody can ask for it. */
export function isDecidedHere(action: KmsAction): boolean {
  return decided.has(action);
}

/** The text names one action, without wildcards. */
export function isOneAction(text: string): boolean {
  return !/[*?]/.test(text);
}

/** What texts of policies stand for: few texts are in many statements. */
const known = new Map<string, readonly KmsAction[]>();
const ENOUGH = 2000;

/** The actions that a key policy decides of those that a text of a policy stands for. */
export function decidedBy(text: string): readonly KmsAction[] {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size > ENOUGH) known.clear();
  const actions = expandAction(text).filter(isDecidedHere);
  known.set(text, actions);
  return actions;
}

/** The text stands for every action that a key policy decides. */
export function isEveryAction(text: string): boolean {
  return text.endsWith("*") && decidedBy(text).length === decided.size;
}

/** The action uses the key, or lets somebody else use it. */
export function isGrantOrUse(action: KmsAction): boolean {
  return isUse(action) || action === "kms:CreateGrant";
}
