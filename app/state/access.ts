import type { Design, Key, KeyNature, Subject } from "../../core/index.ts";
import {
  effectiveKey,
  isDefined,
  isOwned,
  subjectOf,
} from "../../core/index.ts";
import { remembered } from "./selectors.ts";

/** What decides which actions work with a key. */
export function natureOf(design: Design, key: Key): KeyNature {
  const primary =
    key.kind === "replica"
      ? design.keys.find(({ id }) => id === key.primary)
      : key;
  if (primary === undefined || !isDefined(primary)) return {};
  const { keySpec, keyUsage, origin } = effectiveKey(primary);
  return { keySpec, keyUsage, origin };
}

const subjects = remembered(
  (_design: Design) => new Map<string, Subject | undefined>(),
);

/** The policy of a key as verdicts see it; undefined for a key that exists elsewhere. */
export function subjectOfKey(design: Design, key: Key): Subject | undefined {
  if (!isOwned(key)) return undefined;
  const known = subjects(design);
  if (!known.has(key.id)) known.set(key.id, subjectOf(design, key));
  return known.get(key.id);
}

/** A text of all that verdicts about a key depend on, so that edits elsewhere cost nothing. */
export function whatMatters(subject: Subject, nature: KeyNature): string {
  const { document, settings, account, partition, region, keyArn, context } =
    subject;
  return JSON.stringify([
    document,
    settings,
    [account, partition, region, keyArn],
    context,
    nature,
  ]);
}
