import { describe, expect, test } from "vitest";
import { evaluateRequest } from "../evaluate/evaluate.ts";
import type { AccessRequest } from "../evaluate/request.ts";
import { readPolicy } from "../evaluate/statement.ts";
import { matchesWildcard } from "../policy/wildcard.ts";
import type { Json } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { filled } from "../recipes/fill.ts";
import type { Answers } from "../recipes/fill.ts";
import { answerForms } from "../recipes/recipe.ts";
import type { Recipe, RecipeCall, recipeLaws } from "../recipes/recipe.ts";
import { recipes } from "../recipes/registry.ts";

const account = "111122223333";
const region = "us-east-1";
const home = { account, region, partition: "aws" };

/** The answers of the examples. */
function answersOf({ questions }: Recipe): Answers {
  return {
    ...Object.fromEntries(
      questions.map(({ name, example }) => [name, example]),
    ),
    ...home,
  };
}

/** Other answers for what names a resource: not accounts, Regions and who calls. */
function otherResources(recipe: Recipe): Answers {
  return Object.fromEntries(
    recipe.questions
      .filter(({ kind }) => kind === "name" || kind === "hex")
      .map(({ name, example }) => [
        name,
        example.replace(/[a-z0-9](?=[^a-z0-9]*$)/, "0zz"),
      ]),
  );
}

function requestOf(call: RecipeCall, answers: Answers): AccessRequest {
  const read = filled({ principal: call.principal, ...call.context }, answers);
  const { principal, ...context } = read;
  return {
    principal: typeof principal === "string" ? principal : "",
    action: call.action,
    context: Object.fromEntries(
      Object.entries(context).map(([name, value]) => [name, textsOf(value)]),
    ),
  };
}

function textsOf(value: Json): string | readonly string[] {
  return isJsonList(value)
    ? value.map((one) => JSON.stringify(one).replaceAll('"', ""))
    : JSON.stringify(value).replaceAll('"', "");
}

const keyArn = `arn:aws:kms:${region}:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** The key policy with nothing but the recipe allows a request. */
function isAllowed(recipe: Recipe, request: AccessRequest): boolean {
  const statements = recipe.statements.map((one) =>
    filled(one, answersOf(recipe)),
  );
  const policy = readPolicy({
    Version: "2012-10-17",
    Statement: [
      ...(recipe.acts === "guard" ? [everything] : []),
      ...statements,
    ],
  });
  const asked = evaluateRequest(policy, request, {
    arn: keyArn,
    account,
    context: { "aws:ResourceAccount": account },
  });
  if (!asked.ok) throw new Error(asked.problems[0]?.message);
  return ["direct", "account"].includes(asked.value.keyPolicy);
}

const everything = {
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: "kms:*",
  Resource: "*",
};

const all = Object.entries(recipes);
const calls = all.flatMap(([name, recipe]) =>
  recipe.calls.map((call, index) => ({
    name,
    recipe,
    call,
    action: `${call.action} ${index}`,
  })),
);

function isExcepted(
  { exceptions = [] }: Recipe,
  law: keyof typeof recipeLaws,
  action: string,
): boolean {
  return exceptions.some(
    (one) => one.law === law && (one.actions?.includes(action) ?? true),
  );
}

describe("recipes", () => {
  test.each(all)("[Q1] %s asks for answers of a known form", (_, recipe) => {
    const asked = new Set(recipe.questions.map(({ name }) => name));
    for (const { kind, example } of recipe.questions)
      expect(example).toMatch(answerForms[kind]);
    const texts = JSON.stringify([recipe.statements, recipe.calls]);
    const named = [...texts.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    const known = new Set([...asked, ...Object.keys(home)]);
    expect([...new Set(named)].filter((one) => !known.has(one ?? ""))).toEqual(
      [],
    );
    expect([...asked].filter((one) => !named.includes(one))).toEqual([]);
  });

  test.each(all)("[Q1] %s says where its facts are from", (_, recipe) => {
    const { status, source, unconfirmed = "", acts } = recipe;
    expect(source.title).not.toBe("");
    expect(status !== "documented" || source.url !== undefined).toBe(true);
    expect(status === "unconfirmed").toBe(unconfirmed !== "");
    expect(acts === "guard" || recipe.calls.length > 0).toBe(true);
  });

  test.each(calls)("[Q2] $name allows $action", ({ recipe, call }) => {
    const request = requestOf(call, answersOf(recipe));
    expect(isAllowed(recipe, request)).toBe(recipe.acts !== "guard");
  });

  test.each(calls)(
    "[Q3] $name denies $action from another account",
    ({ recipe, call }) => {
      const other = requestOf(call, {
        ...answersOf(recipe),
        account: "999988887777",
      });
      const request = { ...other, principal: elsewhere(other.principal) };
      if (recipe.acts === "guard") return;
      expect(isAllowed(recipe, request)).toBe(
        isExcepted(recipe, "other-account", call.action),
      );
    },
  );

  test.each(calls)(
    "[Q3] $name denies $action from another Region",
    ({ recipe, call }) => {
      if (recipe.acts === "guard") return;
      const request = requestOf(call, {
        ...answersOf(recipe),
        region: "eu-west-1",
      });
      expect(isAllowed(recipe, request)).toBe(
        isExcepted(recipe, "other-region", call.action),
      );
    },
  );

  test.each(calls)(
    "[Q3] $name denies $action for another resource",
    ({ recipe, call }) => {
      if (recipe.acts === "guard") return;
      const request = requestOf(call, {
        ...answersOf(recipe),
        ...otherResources(recipe),
      });
      expect(isAllowed(recipe, request)).toBe(
        isExcepted(recipe, "other-resource", call.action),
      );
    },
  );

  test.each(all)("[Q4] each action of %s is needed by a call", (_, recipe) => {
    const given = recipe.statements
      .filter(({ Effect }) => Effect === "Allow")
      .flatMap(({ Action }) => (isJsonList(Action) ? Action : [Action ?? ""]))
      .map((one) => (typeof one === "string" ? one : ""));
    const idle = [...new Set(given)].filter(
      (pattern) =>
        !recipe.calls.some(({ action }) => matchesWildcard(pattern, action)) &&
        !isExcepted(recipe, "needed-action", pattern),
    );
    expect(idle).toEqual([]);
  });
});

/** A principal of the key's account as one of another. */
function elsewhere(principal: string): string {
  return principal.replace(account, "999988887777");
}

test("[Q1] statements are JSON objects", () => {
  for (const [, { statements }] of all)
    expect(statements.every(isJsonObject)).toBe(true);
});
