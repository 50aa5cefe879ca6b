import { isDefined, isOwned } from "./design.ts";
import type { Grant, Key, Statement } from "./design.ts";

/** The statements that a person wrote for a key, disabled ones too; none where the stack does not create the key. */
export function statementsOf(key: Key): readonly Statement[] {
  return isOwned(key) ? key.policy.statements : [];
}

/** The `id`s of a key's administrators; none where the stack does not create the key. */
export function administratorsOf(key: Key): readonly string[] {
  return isOwned(key) ? key.administrators : [];
}

/** The permissions given on a key; a replica has none. */
export function grantsOf(key: Key): readonly Grant[] {
  return key.kind === "replica" ? [] : (key.grants ?? []);
}

/** A grant that asks for both policies, on a key whose policy the design has. */
export function isInBothPolicies(key: Key, grant: Grant): boolean {
  return isDefined(key) && grant.inBothPolicies === true;
}
