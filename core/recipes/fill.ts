import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";

/** What is filled in for each name: the answers of a person, and `account`, `region` and `partition` of the key. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/**
 * A value with the answers in place of `${name}`. A text in a list that names an answer with several values becomes
 * several; what is not answered stays as it is, so that pseudo parameters do.
 */
export function filled(value: JsonObject, answers: Answers): JsonObject;
export function filled(value: Json, answers: Answers): Json;
export function filled(value: Json, answers: Answers): Json {
  if (typeof value === "string") {
    const texts = filledTexts(value, answers);
    const [only, ...others] = texts;
    return only !== undefined && others.length === 0 ? only : texts;
  }
  if (isJsonList(value))
    return value.flatMap((one): readonly Json[] =>
      typeof one === "string"
        ? filledTexts(one, answers)
        : [filled(one, answers)],
    );
  return isJsonObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, member]) => [
          filledTexts(name, answers)[0] ?? name,
          filled(member, answers),
        ]),
      )
    : value;
}

/** The texts that one becomes: one for each value of the answers that it names. */
export function filledTexts(text: string, answers: Answers): readonly string[] {
  const found = /\$\{(\w+)\}/.exec(text);
  const name = found?.[1] ?? "";
  const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
  if (found === null) return [text];
  const end = found.index + found[0].length;
  const head = text.slice(0, found.index);
  const tails = filledTexts(text.slice(end), answers);
  const values =
    answer === undefined ? [found[0]] : [answer].flatMap((one) => one);
  return values.flatMap((one) => tails.map((tail) => `${head}${one}${tail}`));
}
