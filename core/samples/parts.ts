import { isDefined } from "../design/design.ts";
import { newKey, emptyDesign } from "../design/defaults.ts";
import type { DefinedKey, Design, Principal } from "../design/design.ts";

/** A role of AWS's documentation account. */
export function role(id: string): Principal {
  return { id, kind: "arn", arn: `arn:aws:iam::111122223333:role/${id}` };
}

/** A design with these keys in one stack. */
export function designWith(
  name: string,
  stack: string,
  parts: { principals?: readonly Principal[]; keys: readonly KeyParts[] },
): Design {
  const empty = emptyDesign(name);
  return {
    ...empty,
    stacks: [{ id: stack }],
    principals: parts.principals ?? [],
    keys: parts.keys.map((key) => ({ ...newKey(empty), stack, ...key })),
  };
}

/** What is special about a key of a sample. */
export type KeyParts = Partial<Omit<DefinedKey, "kind" | "stack">> &
  Pick<DefinedKey, "id">;

/** A key that a design creates holds to this. */
export function onKey(
  holds: (key: DefinedKey) => boolean,
): (design: Design) => boolean {
  return ({ keys }) => keys.filter(isDefined).some(holds);
}
