export {
  addRecipe,
  answerProblems,
  filled,
  firstAnswers,
  isAsRecipeWrites,
  recipeCategories,
  recipeNamed,
  recipes,
  recipeSides,
  recipeStatements,
  removeRecipe,
  updateRecipe,
} from "../../core/index.ts";
