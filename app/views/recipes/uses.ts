import type {
  Answers,
  Problem,
  Recipe,
  RecipeCategory,
  RecipeQuestion,
  RecipeSide,
} from "../../../core/index.ts";
import {
  answerProblems,
  firstAnswers,
  recipeCategories,
  recipes,
} from "../../lazy/recipes.ts";
import { wizardsText } from "../../text/recipes.ts";
import { linesOf } from "../fields/lines.ts";
import { wizards, type Wizard, type WizardPart } from "./wizards.ts";

/** What the gallery offers: a recipe, or several that are added together. */
export interface Use {
  readonly id: string;
  /** The recipe; of several together their common questions, without statements. */
  readonly recipe: Recipe;
  /** The parts to choose from, where it is several. */
  readonly parts: readonly WizardPart[];
}

/** A recipe that a use adds, with its answers. */
export interface UsedRecipe {
  readonly name: string;
  readonly recipe: Recipe;
  readonly answers: Answers;
}

/** What a person said of a use. */
export interface UseForm {
  /** The answers as they were typed, by the names of the questions. */
  readonly texts: Readonly<Record<string, string>>;
  /** The parts that are chosen, by their `id`s. */
  readonly chosen: readonly string[];
}

/** Which uses are listed. */
export interface UseFilter {
  readonly text: string;
  readonly category: RecipeCategory | null;
  readonly side: RecipeSide | null;
}

/** Every recipe as a use, in the order of the gallery. */
export const singleUses: readonly Use[] =
  Object.entries(recipes).map(recipeAsUse);

/** The uses that are several recipes. */
export const severalUses: readonly Use[] =
  Object.entries(wizards).map(wizardAsUse);

/** The use of a recipe. */
export function recipeAsUse([id, recipe]: readonly [string, Recipe]): Use {
  return { id, recipe, parts: [] };
}

function wizardAsUse([id, wizard]: readonly [string, Wizard]): Use {
  const { title, summary, questions, parts } = wizard;
  const recipe: Recipe = {
    service: wizardsText.service,
    title,
    category: "other",
    acts: "caller",
    summary,
    status: "ours",
    source: { title: wizardsText.source },
    questions,
    calls: [],
    statements: [],
  };
  return { id, recipe, parts };
}

/** Whether a use is several recipes together. */
export function isSeveral({ parts }: Use): boolean {
  return parts.length > 0;
}

/** What a use begins with; answers that were given before come again. */
export function firstForm(use: Use, given: Answers = {}): UseForm {
  const answers = { ...firstAnswers(use.recipe), ...given };
  return {
    texts: Object.fromEntries(
      use.recipe.questions.map(({ name }) => [
        name,
        [answers[name] ?? ""].flat().join("\n"),
      ]),
    ),
    chosen: use.parts.flatMap(({ id, isExtra }) =>
      isExtra === true ? [] : [id],
    ),
  };
}

/** The questions that count with the parts that are chosen. */
export function questionsOf(
  use: Use,
  { chosen }: UseForm,
): readonly RecipeQuestion[] {
  const { questions } = use.recipe;
  if (!isSeveral(use)) return questions;
  const asked = use.parts.flatMap(({ id, asks }) =>
    chosen.includes(id) ? asks : [],
  );
  return questions.filter(({ name }) => asked.includes(name));
}

/** The answers that the texts are, without spaces around. */
export function answersOf(use: Use, form: UseForm): Answers {
  return Object.fromEntries(
    questionsOf(use, form).map(({ name, many }) => {
      const text = form.texts[name] ?? "";
      return [name, many === true ? linesOf(text) : text.trim()];
    }),
  );
}

/** The same with the names of the questions where nothing is answered yet, as AWS's documentation does it. */
export function withPlaceholders(use: Use, form: UseForm): UseForm {
  const names = questionsOf(use, form).map(({ name }) => name);
  const open = names.filter((name) => isOpen(form, name));
  return {
    ...form,
    texts: {
      ...form.texts,
      ...Object.fromEntries(open.map((name) => [name, `<${name}>`])),
    },
  };
}

/** Something is not answered yet. */
export function hasOpenQuestions(use: Use, form: UseForm): boolean {
  return questionsOf(use, form).some(({ name }) => isOpen(form, name));
}

function isOpen({ texts }: UseForm, name: string): boolean {
  return (texts[name] ?? "").trim() === "";
}

/** What is wrong with what was said; the path is the name of the question. */
export function problemsOf(use: Use, form: UseForm): readonly Problem[] {
  const questions = questionsOf(use, form);
  return answerProblems({ ...use.recipe, questions }, answersOf(use, form));
}

/** The recipes that a use adds, with their answers. */
export function usedRecipes(use: Use, form: UseForm): readonly UsedRecipe[] {
  const answers = answersOf(use, form);
  if (!isSeveral(use)) return [{ name: use.id, recipe: use.recipe, answers }];
  return use.parts.flatMap((part): readonly UsedRecipe[] => {
    const recipe = recipes[part.recipe];
    return recipe === undefined || !form.chosen.includes(part.id)
      ? []
      : [
          {
            name: part.recipe,
            recipe,
            answers: part.answers(answers),
          },
        ];
  });
}

/** Whether a use is listed. */
export function isListed(
  use: Use,
  { text, category, side }: UseFilter,
): boolean {
  const parts = recipesOf(use);
  const words = text.toLowerCase().split(/\s+/);
  const all = searchedText(use);
  return (
    words.every((word) => all.includes(word)) &&
    (category === null || parts.some((one) => one.category === category)) &&
    (side === null || parts.some((one) => one.acts === side))
  );
}

function recipesOf({ recipe, parts }: Use): readonly Recipe[] {
  return parts.length > 0
    ? parts.flatMap((part) => recipes[part.recipe] ?? [])
    : [recipe];
}

function searchedText(use: Use): string {
  const { id, recipe } = use;
  const { service, title, summary } = recipe;
  const categories = recipesOf(use).map(
    ({ category }) => recipeCategories[category],
  );
  return [id, service, title, summary, ...categories].join(" ").toLowerCase();
}
