import type { Problem } from "../problem/problem.ts";
import type { Answers } from "./fill.ts";
import { answerForms } from "./recipe.ts";
import type { AnswerKind, Recipe, RecipeQuestion } from "./recipe.ts";

/** What an answer of each form looks like. */
const formWords: Readonly<Record<AnswerKind, string>> = {
  account: "an account ID of 12 digits",
  region: "a Region such as `eu-west-1`",
  role: "the ARN of a role",
  principal: "the ARN of a role, a user or an account",
  arn: "an ARN",
  organization: "an organization ID such as `o-a1b2c3d4e5`",
  "organization-path": "a path such as `o-a1b2c3d4e5/r-ab12/*`",
  name: "a name without spaces",
  hex: "hexadecimal digits",
};

/** What the questions of a recipe are filled in with at first. */
export function firstAnswers({ questions }: Recipe): Answers {
  return Object.fromEntries(
    questions.map(({ name, default: first = "", many }) => [
      name,
      many === true ? [first].filter((one) => one !== "") : first,
    ]),
  );
}

/** Answers of the right form to every question, as AWS's documentation would give them. */
export function exampleAnswers({ questions }: Recipe): Answers {
  return Object.fromEntries(
    questions.map(({ name, example, many }) => [
      name,
      many === true ? [example] : example,
    ]),
  );
}

/** What is wrong with the answers to a recipe; the path is the name of the question. */
export function answerProblems(
  { questions }: Recipe,
  answers: Answers,
): readonly Problem[] {
  return questions.flatMap((question) =>
    problemsOf(question, answers[question.name]),
  );
}

function problemsOf(
  { name, label, kind, many }: RecipeQuestion,
  answer: string | readonly string[] = [],
): readonly Problem[] {
  const texts = typeof answer === "string" ? [answer] : answer;
  const given = texts.filter((text) => text !== "");
  const words = formWords[kind];
  const problem = (message: string): Problem => ({
    code: "recipe/answer",
    severity: "error",
    path: [name],
    message,
    help: many === true ? `enter ${words}, or several` : `enter ${words}`,
  });
  if (given.length === 0) return [problem(`${label} is not answered`)];
  return given
    .filter((text) => !isParameter(text) && !answerForms[kind].test(text))
    .map((text) => problem(`\`${text}\` is not ${words}`));
}

/** A parameter of the stack can stand for any answer. */
function isParameter(text: string): boolean {
  return text.includes("${");
}
