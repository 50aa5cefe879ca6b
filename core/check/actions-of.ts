import type { KmsAction } from "../kms/actions.ts";
import { kmsActionNames } from "../kms/actions.ts";
import { expandAction } from "../words/capability-words.ts";

const byLowerName: ReadonlyMap<string, KmsAction> = new Map(
  kmsActionNames.map((name) => [name.toLowerCase(), name]),
);

/** What patterns cover; the same few stand in most policies. */
const known = new Map<string, readonly KmsAction[]>();
const MOST = 500;

/** The actions of AWS KMS that a text of a policy covers. */
export function actionsOf(text: string): readonly KmsAction[] {
  const name = byLowerName.get(text.toLowerCase());
  if (name !== undefined) return [name];
  if (!/[*?]/.test(text)) return [];
  const found = known.get(text) ?? expandAction(text);
  if (known.size >= MOST) known.clear();
  known.set(text, found);
  return found;
}
