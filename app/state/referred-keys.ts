import type {
  Design,
  ImportedAlias,
  ImportedKey,
  LookedUpKey,
  Problem,
} from "../../core/index.ts";
import { freeConstructId, fullAliasName } from "../../core/index.ts";
import { dialogsText } from "../text/dialogs.ts";
import { insertKey } from "./key-edits.ts";
import { newProblems } from "./new-problems.ts";
import { designOf } from "./selectors.ts";
import { getState } from "./store.ts";

/** The kinds of keys that exist already. */
export type ReferredKind = "imported" | "imported-alias" | "looked-up";

/** A key that exists, as a person names it. */
export interface ReferredWish {
  readonly kind: ReferredKind;
  /** The ARN of the key, or an alias of it. */
  readonly text: string;
  readonly stack: string;
}

type Said = Pick<Problem, "message" | "help">;

const emptyProblem: Said = dialogsText.empty;

const names: Readonly<Record<ReferredKind, string>> = {
  imported: "ImportedKey",
  "imported-alias": "ImportedAlias",
  "looked-up": "LookedUpKey",
};

const titles: Readonly<Record<ReferredKind, string>> = {
  imported: "Import key",
  "imported-alias": "Import alias",
  "looked-up": "Look up key",
};

/** What is wrong with how a key that exists is named. */
export function problemOfReferred(wish: ReferredWish): Said | undefined {
  if (wish.text === "") return emptyProblem;
  const design = designOf(getState());
  const key = keyOfWish(design, wish);
  const add = { type: "add-key" as const, key, index: design.keys.length };
  return newProblems(design, add).find(({ path }) => isAboutName(path.at(-1)));
}

/** Adds a key that exists and shows it; returns what is wrong with how it is named. */
export function addReferredKey(wish: ReferredWish): Said | undefined {
  const problem = problemOfReferred(wish);
  if (problem !== undefined) return problem;
  const design = designOf(getState());
  const key = keyOfWish(design, wish);
  const added = insertKey(titles[wish.kind], key, design.keys.length);
  return added.ok ? undefined : added.problems[0];
}

/** What else is missing, such as the Region of the stack, is mended in the settings. */
function isAboutName(part: string | number | undefined): boolean {
  return part === "arn" || part === "alias";
}

function keyOfWish(
  design: Design,
  { kind, text, stack }: ReferredWish,
): ImportedKey | ImportedAlias | LookedUpKey {
  const id = freeConstructId(design, stack, names[kind]);
  const common = { id, stack, aliases: [] };
  switch (kind) {
    case "imported":
      return { ...common, kind, arn: text };
    case "imported-alias":
    case "looked-up":
      return { ...common, kind, alias: fullAliasName(text) };
  }
}
