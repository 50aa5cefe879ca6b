import { isDefined, isOwned } from "./design.ts";
import type {
  DefinedKey,
  Design,
  Grant,
  Key,
  OwnedKey,
  Statement,
} from "./design.ts";

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

/** The key is written with the L1 construct. */
export function isL1(key: Key): key is DefinedKey {
  return isDefined(key) && key.construct !== undefined;
}

/** The key is written with the CDK's `Key`. */
export function isL2(key: Key): key is DefinedKey {
  return isDefined(key) && key.construct === undefined;
}

/** The whole policy is given when the key is created: nothing is added to one that the CDK begins. */
export function givesWholePolicy(key: OwnedKey): boolean {
  return key.policy.mode === "replace" || key.kind === "replica" || isL1(key);
}

/** Something of the design uses the key as an object of the CDK, not by its id or ARN: an alias, a grant, an output, a resource or another key. */
export function isUsed(design: Design, { id, ...key }: Key): boolean {
  const { keys, stacks, aliases = [], consumers = [] } = design;
  return (
    key.aliases.length > 0 ||
    ("grants" in key && key.grants !== undefined && key.grants.length > 0) ||
    consumers.some((user) => user.key === id) ||
    aliases.some((user) => user.key === id && user.construct === undefined) ||
    keys.some((user) => "target" in user && user.target === id) ||
    stacks.some(({ outputs = [] }) =>
      outputs.some(({ value }) => "key" in value && value.key === id),
    )
  );
}
