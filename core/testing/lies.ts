import type { Caller } from "../evaluate/caller.ts";
import { contextOfCaller } from "../evaluate/caller.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import { conditionOperators } from "../policy/operators.ts";
import type { KeyDimension } from "../prove/dimension.ts";
import type { Space } from "../prove/space.ts";

/** A space that lacks something. */
export interface Lie {
  readonly kind: string;
  readonly space: Space;
  /** Nothing that is there is treated by the policies as what is missing. */
  readonly matters: boolean;
}

/** Every space that lacks one class, caller or word of this one. */
export function liesAbout(space: Space): readonly Lie[] {
  return [
    ...space.keys.flatMap((key) => liesAboutKey(space, key)),
    ...liesAboutCallers(space),
    ...liesAboutNames(space),
  ];
}

function comparisonsIn({ of }: Space): readonly Comparison[] {
  return of.policies.flatMap(({ statements }) =>
    statements.flatMap(({ comparisons }) => comparisons),
  );
}

const noContext = new Map<string, string>();

function withKey(space: Space, key: KeyDimension, other: KeyDimension): Space {
  return {
    ...space,
    keys: space.keys.map((one) => (one === key ? other : one)),
  };
}

function without<Item>(list: readonly Item[], item: Item): readonly Item[] {
  return list.filter((one) => one !== item);
}

function isIn<Item>(list: readonly Item[], item: Item): boolean {
  return list.includes(item);
}

function liesAboutKey(space: Space, key: KeyDimension): readonly Lie[] {
  const { values, words, literals } = key;
  const about = comparisonsIn(space).filter(
    ({ name, variables }) => name === key.name && variables.length === 0,
  );
  const signature = (value: string | undefined) =>
    about
      .map(({ holds }) =>
        String(holds(key.isList ? [value ?? ""] : value, noContext)),
      )
      .join();
  const others = (value: string | undefined) =>
    without(values, value).map(signature);
  const classes = values.map((value) => ({
    kind: `a class of ${kindOf(key, about, value)}`,
    space: withKey(space, key, { ...key, values: without(values, value) }),
    matters: !isIn(others(value), signature(value)),
  }));
  const named = [...(literals ?? [])].map((text) => ({
    kind: "a text that is a class of its own, which no longer is one",
    space: withKey(space, key, {
      ...key,
      values: without(values, text),
      literals: new Set(without([...(literals ?? [])], text)),
    }),
    matters: !isIn(others(text), signature(text)),
  }));
  const said = (words ?? []).map((word) => ({
    kind: "a word",
    space: withKey(space, key, { ...key, words: without(words ?? [], word) }),
    matters: true,
  }));
  return [...classes, ...named, ...said];
}

function kindOf(
  { literals, words, isList }: KeyDimension,
  comparisons: readonly Comparison[],
  value: string | undefined,
): string {
  if (value === undefined) return "the absent key";
  if (literals?.has(value) === true) return "a text";
  if (words !== undefined) return isList ? "members of lists" : "texts";
  const [type = "other"] = comparisons.flatMap(({ operator }) =>
    operator === undefined || operator.name === "Null"
      ? []
      : [conditionOperators[operator.name].type],
  );
  return type;
}

/** All that policies see of a caller. */
function signatureOf(space: Space, caller: Caller): string {
  const context = new Map(
    contextOfCaller(caller).map(([key, value]) => [key.toLowerCase(), value]),
  );
  const named = space.of.policies.flatMap(({ statements }) =>
    statements.flatMap(({ principals }) => principals?.list ?? []),
  );
  return JSON.stringify([
    caller.kind === "service" || caller.kind === "root" ? caller.kind : "",
    named.map(({ fits }) => fits(caller) ?? "open"),
    comparisonsIn(space)
      .filter(
        ({ name, variables }) =>
          (variables.length === 0 && context.has(name)) || isOfCaller(name),
      )
      .map(({ name, holds }) => holds(context.get(name), noContext) ?? "open"),
  ]);
}

function isOfCaller(name: string): boolean {
  return name.startsWith("aws:principal") || name === "kms:calleraccount";
}

function liesAboutCallers(space: Space): readonly Lie[] {
  const { callers } = space.callers;
  const signatures = callers.map((caller) => signatureOf(space, caller));
  return callers.flatMap((caller, at) => {
    const matters = !isIn(signatures.toSpliced(at, 1), signatures[at]);
    const left = { ...space.callers, callers: without(callers, caller) };
    return [
      { kind: "a caller", space: { ...space, callers: left }, matters },
      {
        kind: "a caller and the example of its name",
        space: { ...space, callers: withoutName(left, caller) },
        matters,
      },
    ];
  });
}

function withoutName(
  callers: Space["callers"],
  caller: Caller,
): Space["callers"] {
  const name = caller.kind === "service" ? caller.service : caller.principalArn;
  const own = callers.words[caller.kind];
  const words = {
    ...callers.words,
    [caller.kind]: {
      ...own,
      examples: without(own.examples, name),
      apart: new Set(without([...own.apart], name)),
    },
  };
  return { ...callers, words };
}

function liesAboutNames(space: Space): readonly Lie[] {
  const { words } = space.callers;
  const kinds = ["root", "user", "role", "federated-user", "service"] as const;
  return kinds.flatMap((kind) =>
    words[kind].words.filter(isSome).map((word) => ({
      kind: "a word of a name",
      space: {
        ...space,
        callers: {
          ...space.callers,
          words: {
            ...words,
            [kind]: {
              ...words[kind],
              words: without(words[kind].words, word),
            },
          },
        },
      },
      matters: true,
    })),
  );
}

/** There are many words, and all are looked at in the same way. */
function isSome(_: string, at: number): boolean {
  return at % 11 === 0;
}
