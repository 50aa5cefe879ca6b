import { isOwned } from "../../core/index.ts";
import { keyOf, shownKeyOf, subjectOf } from "../state/selectors.ts";
import type { AppState } from "../state/store.ts";

/** A design is open. */
export function hasDesign({ document }: AppState): boolean {
  return document !== null;
}

/** The design has a key to show. */
export function hasKeys(state: AppState): boolean {
  return hasDesign(state) && keyOf(state) !== undefined;
}

/** The key that is shown, or was shown last, has a policy of its own here. */
export function hasOwnKey(state: AppState): boolean {
  const key = hasDesign(state) ? keyOf(state) : undefined;
  return key !== undefined && isOwned(key);
}

/** The open design may be changed from here. */
export function mayEdit(state: AppState): boolean {
  return hasDesign(state) && !state.session.readOnly;
}

/** The key that is shown may be changed from here. */
export function mayEditKey(state: AppState): boolean {
  return mayEdit(state) && shownKeyOf(state) !== undefined;
}

/** Something is shown that may be changed from here. */
export function mayEditSubject(state: AppState): boolean {
  return mayEdit(state) && subjectOf(state) !== undefined;
}
