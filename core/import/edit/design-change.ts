import type { AliasPatch, DesignChange } from "../../design/change.ts";
import type { Design, SeparateAlias } from "../../design/design.ts";
import type { Problem } from "../../problem/problem.ts";

/** A change that an edited text stands for. */
export interface TextEdit {
  readonly change: DesignChange;
  /** What was read past, with its place in the text. */
  readonly warnings: readonly Problem[];
}

/** The members of a list that were not there before, by id. */
function added<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly (readonly [T, number])[] {
  const ids = new Set(before.map(({ id }) => id));
  return after.flatMap((one, index) =>
    ids.has(one.id) ? [] : [[one, index] as const],
  );
}

/** The change that leads from a design to another one that has the same stacks, as far as text can be edited. */
export function changeBetween(before: Design, after: Design): DesignChange {
  return {
    type: "batch",
    changes: [
      ...added(before.principals, after.principals).map(
        ([principal, index]): DesignChange => ({
          type: "add-principal",
          principal,
          index,
        }),
      ),
      ...aliasesRemoved(before, after),
      ...keyChanges(before, after),
      ...aliasChanges(before, after),
      ...stackChanges(before, after),
    ],
  };
}

function keyChanges(before: Design, after: Design): readonly DesignChange[] {
  const left = new Map(after.keys.map((key) => [key.id, key]));
  return [
    ...before.keys.flatMap((key): readonly DesignChange[] => {
      const by = left.get(key.id);
      if (by === undefined) return [{ type: "remove-key", key: key.id }];
      return by === key ? [] : [{ type: "replace-key", key: key.id, by }];
    }),
    ...added(before.keys, after.keys).map(([key, index]): DesignChange => ({
      type: "add-key",
      key,
      index,
    })),
  ];
}

/** An alias goes before the key that it names. */
function aliasesRemoved(
  { aliases: before = [] }: Design,
  { aliases: after = [] }: Design,
): readonly DesignChange[] {
  const left = new Set(after.map(({ id }) => id));
  return before
    .filter(({ id }) => !left.has(id))
    .map(({ id }) => ({
      type: "remove-alias",
      alias: id,
      ...(after.length > 0 && { keepsList: true }),
    }));
}

function aliasChanges(
  { aliases: before = [] }: Design,
  { aliases: after = [] }: Design,
): readonly DesignChange[] {
  const known = new Map(before.map((alias) => [alias.id, alias]));
  return [
    ...after.flatMap((alias): readonly DesignChange[] => {
      const was = known.get(alias.id);
      return was === undefined || was === alias
        ? []
        : [{ type: "edit-alias", alias: alias.id, patch: patchTo(alias) }];
    }),
    ...added(before, after).map(([alias, index]): DesignChange => ({
      type: "add-alias",
      alias,
      index,
    })),
  ];
}

/** The alias whole: what it does not have goes. */
function patchTo(alias: SeparateAlias): AliasPatch {
  return {
    construct: null,
    removalPolicy: null,
    logicalId: null,
    overrides: null,
    ...alias,
  };
}

function stackChanges(before: Design, after: Design): readonly DesignChange[] {
  return before.stacks.flatMap((stack, index): readonly DesignChange[] => {
    const next = after.stacks[index];
    if (next === undefined || next === stack) return [];
    const { description, template } = next;
    return [
      {
        type: "edit-stack",
        stack: stack.id,
        patch: {
          description: description ?? null,
          template: template ?? null,
        },
      },
    ];
  });
}
