import {
  conditionOperators,
  parseOperator,
  setPrefixes,
} from "../policy/operators.ts";
import { intrinsicText, isIntrinsic, isNoValue } from "../policy/intrinsic.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { capabilityWords } from "./capability-words.ts";
import type { Sentence, SentencePart } from "./sentence.ts";

/** A principal as a sentence names it. */
export interface NamedPrincipal {
  readonly text: string;
  readonly kind: Extract<SentencePart, { kind: "principal" }>["principal"];
}

/** The elements of a statement that a sentence speaks of. */
export interface StatementWords {
  readonly effect: "Allow" | "Deny";
  readonly principals: readonly NamedPrincipal[];
  readonly notPrincipals: readonly NamedPrincipal[];
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly conditions: JsonObject;
  /** The condition of the template that decides whether the statement is there, in words. */
  readonly onlyIf?: string;
  /** The names of parameters, which values refer to. */
  readonly parameters?: ReadonlySet<string>;
}

/** A statement as a sentence: who may, or may never, do what, and when. */
export function describeStatement(statement: StatementWords): Sentence {
  const { onlyIf } = statement;
  return [
    ...(onlyIf === undefined
      ? []
      : [{ kind: "text", text: `If ${onlyIf}: ` } as const]),
    ...who(statement),
    { kind: "text", text: " " },
    { kind: "verb", text: verb(statement), effect: statement.effect },
    { kind: "text", text: " " },
    ...what(statement),
    ...when(statement),
  ];
}

/** An account as principal gives nobody access by itself: it lets the account's IAM policies give it. */
function verb({ effect, principals }: StatementWords): string {
  if (effect === "Deny") return "may never";
  const delegates =
    principals.length > 0 &&
    principals.every(
      ({ kind }) => kind === "account" || kind === "account-root",
    );
  return delegates ? "may let principals" : "may";
}

function who({ principals, notPrincipals }: StatementWords): Sentence {
  if (notPrincipals.length > 0)
    return [
      { kind: "text", text: "Everyone except " },
      ...listed(notPrincipals.map(principalPart), "and"),
    ];
  if (principals.length === 0) return [{ kind: "text", text: "Nobody" }];
  return listed(principals.map(principalPart), "and");
}

function principalPart({ text, kind }: NamedPrincipal): SentencePart {
  return { kind: "principal", text, principal: kind };
}

function what({ actions, notActions, effect }: StatementWords): Sentence {
  const last = effect === "Deny" ? "or" : "and";
  if (notActions.length > 0)
    return [
      { kind: "text", text: "do everything except " },
      ...listed(capabilityParts(notActions), "and"),
    ];
  if (actions.length === 0) return [{ kind: "text", text: "do nothing" }];
  return listed(capabilityParts(actions), last);
}

function capabilityParts(actions: readonly string[]): readonly SentencePart[] {
  return capabilityWords(actions).map(({ words, actions: covered }) => ({
    kind: "capability",
    text: words,
    actions: covered,
  }));
}

function when({ conditions, parameters }: StatementWords): Sentence {
  const parts = conditionTexts(conditions, parameters).map(
    (text): SentencePart => ({
      kind: "condition",
      text,
    }),
  );
  if (parts.length === 0) return [];
  return [{ kind: "text", text: " when " }, ...listed(parts, "and")];
}

/** The comparisons of conditions, each in words. */
export function conditionTexts(
  conditions: JsonObject,
  parameters?: ReadonlySet<string>,
): readonly string[] {
  const say = (value: Json) => intrinsicText(value, parameters);
  return Object.entries(conditions).flatMap(([operator, keys]) =>
    keyTexts(operator, keys, say),
  );
}

type Say = (value: Json) => string;

/** The comparisons of an operator; a condition of the template may choose among them. */
function keyTexts(operator: string, keys: Json, say: Say): readonly string[] {
  if (!isJsonObject(keys)) return [];
  const { "Fn::If": choice } = keys;
  if (!isIntrinsic(keys) || !isJsonList(choice))
    return Object.entries(keys).map(([key, value]) =>
      conditionText([operator, key], value, say),
    );
  const [condition = "", ...branches] = choice;
  const [yes = "", no = ""] = branches.map((branch) =>
    isNoValue(branch) ? "" : keyTexts(operator, branch, say).join(" and "),
  );
  const name = say(condition);
  return [
    ...(yes === "" ? [] : [`(if ${name}) ${yes}`]),
    ...(no === "" ? [] : [`(if not ${name}) ${no}`]),
  ];
}

/** One comparison: `kms:ViaService is s3.eu-west-1.amazonaws.com`. */
function conditionText(
  [operator, key]: readonly [operator: string, key: string],
  value: Json,
  say: Say,
): string {
  const parsed = parseOperator(operator);
  const values = (isJsonList(value) ? value : [value]).map((one) =>
    one === "" ? '""' : say(one),
  );
  if (parsed === undefined) return `${key} ${operator} ${values.join(" or ")}`;
  const { name, prefix, ifExists } = parsed;
  const subject = prefix === undefined ? key : `${setPrefixes[prefix]} ${key}`;
  if (name === "Null")
    return `${key} is ${values[0] === "true" ? "absent" : "present"}`;
  const { words } = conditionOperators[name];
  const joined = values.join(name.includes("Not") ? " nor " : " or ");
  return `${subject} ${words} ${joined}${ifExists ? ", or is absent" : ""}`;
}

/** The parts with commas between them and a word before the last. */
function listed(parts: readonly SentencePart[], word: string): Sentence {
  return parts.flatMap((part, index): SentencePart[] => {
    if (index === 0) return [part];
    const text = index === parts.length - 1 ? ` ${word} ` : ", ";
    return [{ kind: "text", text }, part];
  });
}
