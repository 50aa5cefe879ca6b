import fc from "fast-check";

import type { RemovalPolicy } from "../design/design.ts";
import { removalPolicies } from "../design/removal-policies.ts";
import { keysOf } from "../kms/keys-of.ts";
import { nastyText } from "./arbitrary-text.ts";

/** The names of parameters; texts use those that no stack has, too. */
export const parameterIds = ["Env", "Team", "Owner", "P1"] as const;

/** A text, perhaps with parameters in it. */
export function text(): fc.Arbitrary<string> {
  const use = fc.constantFrom(...parameterIds.map((id) => `\${${id}}`));
  return fc.oneof(
    { weight: 3, arbitrary: nastyText(12) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(nastyText(6), use, fc.string({ maxLength: 3 }))
        .map((pieces) => pieces.join("")),
    },
  );
}

/** A text of at least one character. */
export function word(): fc.Arbitrary<string> {
  return text().map((one) => (one === "" ? "x" : one));
}

/** Makes records with the prototype that parsed ones have. */
export const options = { noNullPrototype: true } as const;

/** The id of a stack, key, alias, consumer or output. */
export const constructId = fc.oneof(
  fc.constantFrom("One", "Two", "Three", "Four", "a/b", "Key", "x-1"),
  fc.string({ minLength: 1, maxLength: 6 }),
);

/** The id of an applied recipe; statements name those that no design has, too. */
export const recipeId = fc.constantFrom("Logs", "One", "${Env}", "Fresh");

/** The id of any of the members. */
export function idsOf(members: readonly { readonly id: string }[]) {
  return fc.constantFrom(...members.map(({ id }) => id));
}

/** Up to two tags, perhaps with the same key. */
export function tagList() {
  return fc.array(
    fc.record({ key: text(), value: text() }, { noNullPrototype: true }),
    { maxLength: 2 },
  );
}

/** What happens to a resource that leaves its stack. */
export function removalPolicy(): fc.Arbitrary<RemovalPolicy> {
  return fc.constantFrom(...keysOf(removalPolicies));
}

/** The members and some new ones, each with an id of its own. */
export function added<T extends { readonly id: string }>(
  members: readonly T[],
  one: fc.Arbitrary<T>,
  maxLength: number,
): fc.Arbitrary<readonly T[]> {
  return fc
    .uniqueArray(one, { maxLength, selector: ({ id }) => id })
    .map((more) => [
      ...members,
      ...more.filter(({ id }) => members.every((other) => other.id !== id)),
    ]);
}
