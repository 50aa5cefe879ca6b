import { applyChange } from "../design/apply-change.ts";
import type { DesignChange } from "../design/change.ts";
import { freeId } from "../design/defaults.ts";
import type {
  AppliedRecipe,
  Design,
  OwnedKey,
  Statement,
} from "../design/design.ts";
import { isOwned, isVerbatim } from "../design/design.ts";
import { memberWithId } from "../design/members.ts";
import { principalIsUsed } from "../design/references.ts";
import type { Result } from "../problem/problem.ts";
import { failed, failedWith, ok } from "../problem/problem.ts";
import { answerProblems } from "./answers.ts";
import type { Answers } from "./fill.ts";
import type { Recipe } from "./recipe.ts";
import { recipes } from "./registry.ts";
import {
  readStatements,
  recipeStatements,
  withFreeSids,
  withoutSid,
} from "./recipe-statements.ts";

/** A recipe that is to be added to a key. */
export interface RecipeRequest {
  /** The `id` of the key. */
  readonly key: string;
  /** The name of the recipe. */
  readonly recipe: string;
  readonly answers: Answers;
}

/** The change that adds the statements of a recipe to a key, after its own; or what is wrong with the answers. */
export function addRecipe(
  design: Design,
  { key: keyId, recipe: name, answers }: RecipeRequest,
): Result<DesignChange> {
  const { recipes: applied = [] } = design;
  const id = freeId(applied, name);
  const record: AppliedRecipe = { id, recipe: name, key: keyId, answers };
  const index = applied.length;
  return withStatements(design, record, (statements, own) => ({
    statements: [...statements, ...own],
    first: { type: "add-recipe", applied: record, index },
  }));
}

/** The change that gives an applied recipe other answers, and its statements their place. */
export function updateRecipe(
  design: Design,
  applied: string,
  answers: Answers,
): Result<DesignChange> {
  const record = memberWithId(design.recipes ?? [], applied);
  if (record === undefined) return notApplied(applied);
  return withStatements(design, { ...record, answers }, (statements, own) => {
    const at = statements.findIndex((one) => one.recipe === applied);
    const others = statements.filter((one) => one.recipe !== applied);
    const place = at < 0 ? others.length : at;
    return {
      statements: [...others.slice(0, place), ...own, ...others.slice(place)],
      first: { type: "edit-recipe", applied, patch: { answers } },
    };
  });
}

/** The change that takes an applied recipe away, with exactly its statements and the principals that only they name. */
export function removeRecipe(
  design: Design,
  applied: string,
): Result<DesignChange> {
  const record = memberWithId(design.recipes ?? [], applied);
  const key = record && ownedKey(design, record.key);
  if (record === undefined || key === undefined) return notApplied(applied);
  const left = key.policy.statements.filter((one) => one.recipe !== applied);
  const changes: readonly DesignChange[] = [
    editStatements(key, left),
    { type: "remove-recipe", applied },
  ];
  return ok({
    type: "batch",
    changes: [...changes, ...withoutIdle(design, key, { changes, applied })],
  });
}

/** Whether the statements of an applied recipe are still what the recipe writes. */
export function isAsRecipeWrites(
  design: Design,
  { id, recipe: name, key: keyId, answers }: AppliedRecipe,
): boolean {
  const recipe = recipeNamed(name);
  const key = ownedKey(design, keyId);
  if (recipe === undefined || key === undefined) return false;
  const own = key.policy.statements.filter((one) => one.recipe === id);
  const wanted = readStatements(design, recipeStatements(recipe, answers));
  const texts = wanted.statements.map(withoutSid);
  return (
    JSON.stringify(
      own.map(({ recipe: _recipe, ...one }) => withoutSid(one)),
    ) === JSON.stringify(texts)
  );
}

/** The recipe with a name; undefined where there is none. */
export function recipeNamed(name: string): Recipe | undefined {
  return Object.hasOwn(recipes, name) ? recipes[name] : undefined;
}

interface Edited {
  readonly statements: readonly Statement[];
  readonly first: DesignChange;
}

/** The change of a recipe and of the statements of its key. */
function withStatements(
  design: Design,
  { id, recipe: name, key: keyId, answers }: AppliedRecipe,
  edit: (statements: readonly Statement[], own: readonly Statement[]) => Edited,
): Result<DesignChange> {
  const recipe = recipeNamed(name);
  const key = ownedKey(design, keyId);
  if (recipe === undefined) return noRecipe(name);
  if (key === undefined) return noKey(keyId);
  const problems = answerProblems(recipe, answers);
  if (problems.length > 0) return failedWith(problems);
  const read = readStatements(design, recipeStatements(recipe, answers));
  const others = key.policy.statements.filter((one) => one.recipe !== id);
  const own = withFreeSids(read.statements, others).map((one) => ({
    ...one,
    recipe: id,
  }));
  const { statements, first } = edit(key.policy.statements, own);
  const changes: readonly DesignChange[] = [
    ...read.added,
    editStatements(key, statements),
    first,
  ];
  return ok({
    type: "batch",
    changes: [
      ...changes,
      ...withoutIdle(design, key, { changes, applied: id }),
    ],
  });
}

/** Principals that the recipe named before, and that nothing names after the changes. */
function withoutIdle(
  design: Design,
  { policy }: OwnedKey,
  {
    changes,
    applied,
  }: { readonly changes: readonly DesignChange[]; readonly applied: string },
): readonly DesignChange[] {
  const next = applyChange(design, { type: "batch", changes });
  if (!next.ok) return [];
  const before = policy.statements
    .filter((one) => one.recipe === applied)
    .flatMap((one) => (isVerbatim(one) ? [] : (one.principals ?? [])));
  return [...new Set(before)]
    .filter((id) => !principalIsUsed(next.value, id))
    .map((principal) => ({ type: "remove-principal", principal }));
}

function editStatements(
  { id, policy }: OwnedKey,
  statements: readonly Statement[],
): DesignChange {
  return {
    type: "edit-key",
    key: id,
    patch: { policy: { ...policy, statements } },
  };
}

function ownedKey({ keys }: Design, id: string): OwnedKey | undefined {
  const key = memberWithId(keys, id);
  return key !== undefined && isOwned(key) ? key : undefined;
}

function noRecipe(name: string): Result<never> {
  return failed({
    code: "recipe/unknown",
    severity: "error",
    path: [],
    message: `there is no recipe \`${name}\``,
    help: "choose one of the gallery",
  });
}

function noKey(id: string): Result<never> {
  return failed({
    code: "recipe/no-key",
    severity: "error",
    path: [],
    message: `\`${id}\` is no key that the design creates`,
    help: "choose a key of the design",
  });
}

function notApplied(id: string): Result<never> {
  return failed({
    code: "recipe/not-applied",
    severity: "error",
    path: [],
    message: `the design has no recipe \`${id}\``,
    help: "choose one that was added",
  });
}
