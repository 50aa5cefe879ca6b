import type {
  Dependent,
  Design,
  DesignChange,
  Principal,
  Problem,
  Result,
} from "../../core/index.ts";
import {
  dependentsOfPrincipal,
  ok,
  principalForText,
  principalsOf,
  removePrincipalWithDependents,
} from "../../core/index.ts";
import { keysText } from "../text/keys.ts";
import { edit } from "./edit.ts";
import { newProblems } from "./new-problems.ts";
import { designOf, selectedPath } from "./selectors.ts";
import { announce, getState, setSession, type AppState } from "./store.ts";
import { withoutUnused } from "./unused-principals.ts";

/** Somebody who was chosen, and the principals that the design lacks for it: each stands after those it names. */
export interface PickedPrincipal {
  readonly principal: Principal;
  readonly added: readonly Principal[];
}

/** The principal that a text names: one of the design, or one that is added. */
export function pickByText(
  design: Design,
  text: string,
): Result<PickedPrincipal> {
  const named = principalForText(design, text);
  if (!named.ok) return named;
  const { principal, isNew } = named.value;
  return ok({ principal, added: isNew ? [principal] : [] });
}

/** The design with the principals that wait to be added. */
export function designWithAdded(
  design: Design,
  added: readonly Principal[],
): Design {
  return added.length === 0
    ? design
    : { ...design, principals: [...design.principals, ...added] };
}

/** A change that needs somebody who was chosen: what the design lacks is added first, in the same step. */
export function changeWithPicked(
  design: Design,
  { added }: PickedPrincipal,
  use: DesignChange,
): DesignChange {
  if (added.length === 0) return use;
  const start = design.principals.length;
  return {
    type: "batch",
    changes: [
      ...added.map((principal, at) => ({
        type: "add-principal" as const,
        principal,
        index: start + at,
      })),
      use,
    ],
  };
}

/** Adds a principal, with those it needs, for a use to come. */
export function addPrincipal({
  principal,
  added,
}: PickedPrincipal): readonly Problem[] {
  const design = designOf(getState());
  const none: DesignChange = { type: "batch", changes: [] };
  return makeUnlessWrong(
    `Add principal ${principal.id}`,
    changeWithPicked(design, { principal, added }, none),
  );
}

/** Puts another principal in the place of one, perhaps under another name or of another kind; every use follows. */
export function replacePrincipal(
  id: string,
  { principal: by, added }: PickedPrincipal,
): readonly Problem[] {
  const design = designOf(getState());
  const needed = added.filter((one) => one.id !== by.id);
  const change = changeWithPicked(
    design,
    { principal: by, added: needed },
    { type: "replace-principal", principal: id, by },
  );
  return makeUnlessWrong(`Edit principal ${id}`, withoutUnused(design, change));
}

/** Makes an edit unless it brings errors, and says which. */
export function makeUnlessWrong(
  title: string,
  change: DesignChange,
): readonly Problem[] {
  const problems = newProblems(designOf(getState()), change);
  if (problems.length > 0) return problems;
  const made = edit({ title, change });
  return made.ok ? [] : made.problems;
}

/** The principal that is chosen in the outline. */
export function principalOf(state: AppState): Principal | undefined {
  const [root, index] = selectedPath(state) ?? [];
  return root === "principals" && typeof index === "number"
    ? designOf(state).principals[index]
    : undefined;
}

/** The names of the keys that name a principal. */
export function usersOfPrincipal(
  { keys }: Design,
  id: string,
): readonly string[] {
  return keys
    .filter((key) => principalsOf(key).includes(id))
    .map((key) => key.id);
}

/** What goes when a principal is removed, besides the principal. */
export function dependentsOfSelected(state: AppState): readonly Dependent[] {
  const principal = principalOf(state);
  return principal === undefined
    ? []
    : dependentsOfPrincipal(designOf(state), principal.id);
}

/** Removes the chosen principal; asks first where other things go with it. */
export function removeSelectedPrincipal(): void {
  const state = getState();
  const principal = principalOf(state);
  if (principal === undefined) return;
  if (dependentsOfSelected(state).length > 0)
    setSession({ dialog: "remove-principal" });
  else removePrincipal(principal.id);
}

/** Removes a principal with all that is nothing without it, in one step. */
export function removePrincipal(id: string): void {
  const design = designOf(getState());
  const made = edit({
    title: `Remove ${id}`,
    change: withoutUnused(design, removePrincipalWithDependents(design, id)),
  });
  if (made.ok) announce(keysText.removed(id));
}
