import { describe, expect, test } from "vitest";
import {
  addRecipe,
  answersToCalls,
  applyChange,
  checkAll,
  emptyDesign,
  newKey,
  subjectOf,
  type Design,
} from "../../../core/index.ts";
import { writtenOut } from "./filled-recipe.ts";
import { monogram } from "./monogram.ts";
import {
  answersOf,
  firstForm,
  isListed,
  isSeveral,
  problemsOf,
  questionsOf,
  severalUses,
  singleUses,
  usedRecipes,
  withPlaceholders,
  type Use,
  type UsedRecipe,
} from "./uses.ts";

const empty = emptyDesign("Test");
const start: Design = { ...empty, keys: [newKey(empty)] };

/** Every part, answered as in the examples. */
function filledIn(use: Use) {
  return {
    texts: Object.fromEntries(
      use.recipe.questions.map(({ name, example }) => [name, example]),
    ),
    chosen: use.parts.map(({ id }) => id),
  };
}

function withRecipe(design: Design, { name, answers }: UsedRecipe): Design {
  const [key] = design.keys;
  const change = addRecipe(design, {
    key: key?.id ?? "",
    recipe: name,
    answers,
  });
  const next = change.ok ? applyChange(design, change.value) : change;
  if (!next.ok) throw new Error(JSON.stringify(next.problems));
  return next.value;
}

describe("several uses at once", () => {
  test.each(severalUses.map((use) => [use.id, use] as const))(
    "%s ends in a design that allows its calls and has no finding above info",
    (_, use) => {
      const form = filledIn(use);
      expect(problemsOf(use, form)).toEqual([]);
      const used = usedRecipes(use, form);
      expect(used).toHaveLength(use.parts.length);
      const design = used.reduce(withRecipe, start);
      expect(
        checkAll(design).filter(({ severity }) => severity !== "info"),
      ).toEqual([]);
      const [key] = design.keys;
      const subject = key && subjectOf(design, key);
      if (subject === undefined) throw new Error("no subject");
      const verdicts = used.flatMap(({ recipe, answers }) =>
        answersToCalls(subject, recipe, writtenOut(answers, subject)).map(
          ({ verdict }) => verdict,
        ),
      );
      expect(verdicts).not.toContain("missing");
      expect(verdicts).not.toContain("unknown");
    },
  );

  test("what is shared with an account names it by one principal", () => {
    const [share] = severalUses;
    if (share === undefined) throw new Error("no use");
    const used = usedRecipes(share, filledIn(share));
    expect(used.reduce(withRecipe, start).principals).toHaveLength(1);
  });

  test("a question is asked only for a part that is chosen", () => {
    const [share] = severalUses;
    if (share === undefined) throw new Error("no use");
    const form = { ...firstForm(share), chosen: ["volumes"] };
    expect(questionsOf(share, form).map(({ name }) => name)).toEqual([
      "accounts",
    ]);
    expect(usedRecipes(share, form)).toHaveLength(1);
  });
});

describe("uses of one recipe", () => {
  test.each(singleUses.map((use) => [use.id, use] as const))(
    "%s takes its example answers, and asks for them at first or knows them",
    (_, use) => {
      expect(isSeveral(use)).toBe(false);
      expect(problemsOf(use, filledIn(use))).toEqual([]);
      const given = answersOf(use, filledIn(use));
      expect(answersOf(use, firstForm(use, given))).toEqual(given);
    },
  );

  test("what is not answered yet has a placeholder", () => {
    const use = singleUses.find(({ id }) => id === "cloudtrail-encrypt");
    if (use === undefined) throw new Error("no use");
    const form = withPlaceholders(use, firstForm(use));
    expect(answersOf(use, form)).toEqual({ trail: ["<trail>"] });
  });

  test("all words of a search must be found", () => {
    const listed = (text: string) =>
      singleUses.filter((use) =>
        isListed(use, { text, category: null, side: null }),
      ).length;
    expect(listed("")).toBe(singleUses.length);
    expect(listed("flow logs")).toBe(1);
    expect(listed("flow nonsense")).toBe(0);
  });
});

test.each([
  ["AWS CloudTrail", "CT"],
  ["Amazon CloudWatch Logs", "CL"],
  ["Amazon S3", "S3"],
  ["Amazon SNS", "SN"],
  ["AWS Lambda", "LA"],
])("%s has the letters %s", (service, letters) => {
  expect(monogram(service)).toBe(letters);
});
