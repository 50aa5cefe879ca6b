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
