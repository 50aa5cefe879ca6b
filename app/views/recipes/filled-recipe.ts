import type {
  Answers,
  Design,
  JsonObject,
  OwnedKey,
  RecipeElsewhere,
  Subject,
} from "../../../core/index.ts";
import { filled, recipeStatements } from "../../lazy/recipes.ts";
import { subjectOfKey } from "../../state/access.ts";
import type { UsedRecipe } from "./uses.ts";

/** The statements that recipes write. */
export function statementsOf(
  used: readonly UsedRecipe[],
): readonly JsonObject[] {
  return used.flatMap(({ recipe, answers }) =>
    recipeStatements(recipe, answers),
  );
}

/** What is to be done elsewhere, with all that is known filled in. */
export interface FilledElsewhere {
  readonly where: string;
  readonly why: string;
  readonly text?: string;
}

/** What is known of the key for texts that stand outside its stack. */
export function factsOfKey(design: Design, key: OwnedKey): Answers {
  const subject = subjectOfKey(design, key);
  const stack = design.stacks.find(({ id }) => id === key.stack);
  return {
    account: subject?.isAccountKnown === true ? subject.account : "ACCOUNT_ID",
    region: stack?.region ?? "REGION",
    partition: subject?.partition ?? "aws",
  };
}

/** What is to be done elsewhere for recipes, each thing once. */
export function elsewhereOf(
  used: readonly UsedRecipe[],
  facts: Answers,
): readonly FilledElsewhere[] {
  const all = used.flatMap(({ recipe, answers }) =>
    (recipe.elsewhere ?? []).map((item) =>
      filledElsewhere(item, { ...answers, ...facts }),
    ),
  );
  const texts = all.map((one) => JSON.stringify(one));
  return all.filter((_, index) => texts.indexOf(texts[index] ?? "") === index);
}

function filledElsewhere(
  { where, why, policy, command }: RecipeElsewhere,
  answers: Answers,
): FilledElsewhere {
  const text =
    policy === undefined
      ? command && filledText(command, answers)
      : JSON.stringify(filled(policy, answers), null, 2);
  return { where, why, ...(text !== undefined && { text }) };
}

/** A text with the answers in it; of several, one a line. */
export function filledText(text: string, answers: Answers): string {
  const found = filled({ text }, answers)["text"];
  return [found]
    .flat()
    .filter((one) => typeof one === "string")
    .join("\n");
}

/** Answers with what the pseudo parameters in them stand for. */
export function writtenOut(
  answers: Answers,
  { account, region, partition }: Subject,
): Answers {
  const plain = (text: string) =>
    text
      .replaceAll("${AWS::AccountId}", account)
      .replaceAll("${AWS::Region}", region)
      .replaceAll("${AWS::Partition}", partition);
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      typeof answer === "string" ? plain(answer) : answer.map(plain),
    ]),
  );
}
