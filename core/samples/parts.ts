import { newKey, emptyDesign } from "../design/defaults.ts";
import type { Design, Key, Principal } from "../design/design.ts";

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
export type KeyParts = Partial<Omit<Key, "kind" | "stack">> & Pick<Key, "id">;
