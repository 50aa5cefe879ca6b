import type { Design, Key, Stack } from "../design/design.ts";
import { isOwned } from "../design/design.ts";
import { givesWholePolicy } from "../design/key-parts.ts";
import { memberWithId } from "../design/members.ts";
import type { Path } from "../problem/problem.ts";
import { creationTexts, stacksOf } from "./stacks-of.ts";
import type { StacksOf } from "./stacks-of.ts";

/** A stack needs another one to be created before it, because of a part of the design. */
export interface Need {
  readonly stack: string;
  readonly on: string;
  readonly because: Path;
}

/** Every need of a stack for another one to stand before it. */
export function creationNeeds(design: Design): readonly Need[] {
  const stacks = stacksOf(design);
  return [
    ...design.stacks.flatMap((stack, index) =>
      stackNeeds({ design, stacks }, stack, ["stacks", index]),
    ),
    ...design.principals.flatMap((principal, index) =>
      "stack" in principal
        ? needs(principal.stack, stacks.principal(principal.id), [
            "principals",
            index,
          ])
        : [],
    ),
    ...design.keys.flatMap((key, index) =>
      keyNeeds({ design, stacks }, key, ["keys", index]),
    ),
    ...(design.aliases ?? []).flatMap((alias, index) =>
      needs(
        alias.stack,
        [...stackOfKey(design, alias.key), ...stacks.texts(alias.name)],
        ["aliases", index],
      ),
    ),
    ...(design.consumers ?? []).flatMap(({ stack, key }, index) =>
      needs(stack, stackOfKey(design, key), ["consumers", index]),
    ),
  ].filter(({ stack, on }) => stack !== on);
}

function needs(
  stack: string,
  on: readonly string[],
  because: Path,
): readonly Need[] {
  return on.map((other) => ({ stack, on: other, because }));
}

function stackOfKey(design: Design, id: string): readonly string[] {
  const key = memberWithId(design.keys, id);
  return key === undefined ? [] : [key.stack];
}

/** A design, and where its parts reach. */
interface Reach {
  readonly design: Design;
  readonly stacks: StacksOf;
}

function stackNeeds(
  { design, stacks }: Reach,
  stack: Stack,
  path: Path,
): readonly Need[] {
  const { id, dependencies = [], outputs = [] } = stack;
  return [
    ...dependencies.flatMap((on, index) =>
      needs(id, [on], [...path, "dependencies", index]),
    ),
    ...outputs.flatMap(({ value }, index) => {
      const at = [...path, "outputs", index];
      if ("text" in value) return needs(id, stacks.texts(value.text), at);
      if ("key" in value) return needs(id, stackOfKey(design, value.key), at);
      const alias = memberWithId(design.aliases ?? [], value.alias);
      return needs(id, alias === undefined ? [] : [alias.stack], at);
    }),
  ];
}

function keyNeeds(
  { design, stacks }: Reach,
  key: Key,
  path: Path,
): readonly Need[] {
  const other = otherKeys(key);
  return [
    ...needs(key.stack, stacks.texts(creationTexts(key)), path),
    ...other.flatMap((id) => needs(key.stack, stackOfKey(design, id), path)),
    ...(isOwned(key) ? policyNeeds(key, path, stacks) : []),
  ];
}

/** The keys that a key needs. */
function otherKeys(key: Key): readonly string[] {
  if (key.kind === "replica") return [key.primary];
  return key.kind === "imported-alias" && key.target !== undefined
    ? [key.target]
    : [];
}

function policyNeeds(
  key: Extract<Key, { kind: "defined" | "replica" }>,
  path: Path,
  stacks: StacksOf,
): readonly Need[] {
  return [
    ...key.administrators.flatMap((id, index) =>
      needs(key.stack, stacks.principal(id), [
        ...path,
        "administrators",
        index,
      ]),
    ),
    ...(givesWholePolicy(key) ? key.policy.statements : []).flatMap(
      (statement, index) =>
        statement.disabled === true
          ? []
          : needs(key.stack, stacks.statement(statement), [
              ...path,
              "policy",
              "statements",
              index,
            ]),
    ),
  ];
}
