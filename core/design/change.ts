import type { Design, Key, Principal, Stack } from "./design.ts";

/**
 * One named edit of a design, as data. `applyChange` gives the next design,
 * `invertChange` the change that leads back.
 *
 * A patch sets the properties it names; `null` removes an optional one.
 */
export type DesignChange =
  | { readonly type: "edit-design"; readonly patch: DesignPatch }
  | {
      readonly type: "edit-stack";
      readonly stack: string;
      readonly patch: StackPatch;
    }
  | {
      readonly type: "add-principal";
      readonly principal: Principal;
      readonly index: number;
    }
  | { readonly type: "remove-principal"; readonly principal: string }
  | {
      readonly type: "replace-principal";
      readonly principal: string;
      readonly by: Principal;
    }
  | { readonly type: "add-key"; readonly key: Key; readonly index: number }
  | { readonly type: "remove-key"; readonly key: string }
  | {
      readonly type: "edit-key";
      readonly key: string;
      readonly patch: KeyPatch;
    }
  | { readonly type: "batch"; readonly changes: readonly DesignChange[] };

/** New values for properties of the design itself. */
export type DesignPatch = Patch<Pick<Design, "name" | "cdk">>;

/** New values for properties of a stack; a new `id` is followed by its keys. */
export type StackPatch = Patch<Stack>;

/** New values for properties of a key, `id` included; lists and the policy are given whole. */
export type KeyPatch = Patch<Key>;

/** A value for each property to set, `null` for each optional property to remove. */
export type Patch<T> = {
  readonly [Name in keyof T]?: undefined extends T[Name]
    ? T[Name] | null
    : T[Name];
};
