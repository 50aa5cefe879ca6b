/** A recipe that wrote statements of a key, with the answers of the person. */
export interface AppliedRecipe {
  /** Its name, unique among the applied recipes of the design. */
  readonly id: string;
  /** The name of the recipe. */
  readonly recipe: string;
  /** The `id` of the key. */
  readonly key: string;
  /** What was answered, by the names of the recipe's questions. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
}

/** The properties of an applied recipe, in their order in the file. */
export const appliedRecipeProperties = [
  "id",
  "recipe",
  "key",
  "answers",
] as const satisfies readonly (keyof AppliedRecipe)[];
