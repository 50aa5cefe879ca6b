import type { Principal, Problem, Result } from "../../core/index.ts";
import {
  failed,
  ok,
  principalForText,
  principalsOf,
  principalText,
} from "../../core/index.ts";
import { keysText } from "../text/keys.ts";
import { edit } from "./edit.ts";
import { newProblems } from "./new-problems.ts";
import { designOf } from "./selectors.ts";
import { announce, getState, type AppState } from "./store.ts";

/** The principal that is chosen in the outline. */
export function principalOf(state: AppState): Principal | undefined {
  const [root, index] = state.selection.path ?? [];
  return root === "principals" && typeof index === "number"
    ? designOf(state).principals[index]
    : undefined;
}

/** The names of the keys that name the chosen principal. */
export function usersOfPrincipal(state: AppState): readonly string[] {
  const id = principalOf(state)?.id;
  return designOf(state)
    .keys.filter((key) => id !== undefined && principalsOf(key).includes(id))
    .map((key) => key.id);
}

/** Removes the chosen principal, which nothing may name. */
export function removeSelectedPrincipal(): void {
  const principal = principalOf(getState())?.id;
  if (principal === undefined) return;
  edit({
    title: `Remove ${principal}`,
    change: { type: "remove-principal", principal },
  });
  announce(keysText.removed(principal));
}

/** Gives a principal another name or another person, account or service to stand for; every use follows. */
export function replacePrincipal(
  principal: Principal,
  wish: { readonly id: string; readonly text: string },
): readonly Pick<Problem, "message" | "help">[] {
  if (wish.id === "")
    return [{ message: keysText.principalEmpty, help: keysText.nameEmptyHelp }];
  const by = principalMeant(principal, wish.text);
  if (!by.ok) return by.problems;
  const change = {
    type: "replace-principal" as const,
    principal: principal.id,
    by: { ...by.value, id: wish.id },
  };
  const problems = newProblems(designOf(getState()), change);
  if (problems.length > 0) return problems;
  const made = edit({ title: `Edit principal ${principal.id}`, change });
  return made.ok ? [] : made.problems;
}

function principalMeant(principal: Principal, text: string): Result<Principal> {
  // Its own text keeps its kind: `*` may mean two of them.
  if (text === principalText(principal)) return ok(principal);
  const design = designOf(getState());
  const others = design.principals.filter(({ id }) => id !== principal.id);
  const named = principalForText({ ...design, principals: others }, text);
  if (!named.ok) return named;
  const { principal: meant, isNew } = named.value;
  return isNew
    ? ok(meant)
    : failed({
        code: "app/same-principal",
        severity: "error",
        path: [],
        message: keysText.sameAs(meant.id),
        help: keysText.sameAsHelp,
      });
}
