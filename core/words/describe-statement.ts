import type { Json, JsonObject } from "../problem/json.ts";
import { capabilityWords } from "./capability-words.ts";
import {
  conditionTexts,
  onlyComparison,
  unlessWords,
} from "./condition-words.ts";
import type { NamedPrincipal } from "./principal-words.ts";
import type { Sentence, SentencePart } from "./sentence.ts";
import { valueWords } from "./value-words.ts";

/** The elements of a statement that a sentence speaks of. */
export interface StatementWords {
  readonly effect: "Allow" | "Deny";
  readonly principals: readonly NamedPrincipal[];
  readonly notPrincipals: readonly NamedPrincipal[];
  /** Patterns of actions, or what they are worked out from. */
  readonly actions: readonly Json[];
  readonly notActions: readonly Json[];
  /** @default every resource, which goes without saying */
  readonly resources?: readonly Json[];
  readonly notResources?: readonly Json[];
  readonly conditions: JsonObject;
  /** The condition of the template that decides whether the statement is there, in words. */
  readonly onlyIf?: string;
  /** The names of parameters, which values refer to. */
  readonly parameters?: ReadonlySet<string>;
  /** What the statement has besides, as it is written there. */
  readonly asWritten?: readonly string[];
}

/** A statement as a sentence: who may, or may never, do what, on what, and when. */
export function describeStatement(statement: StatementWords): Sentence {
  const { onlyIf, asWritten = [] } = statement;
  return [
    ...(onlyIf === undefined ? [] : [textPart(`If ${onlyIf}: `)]),
    ...who(statement),
    textPart(" "),
    { kind: "verb", text: verb(statement), effect: statement.effect },
    textPart(" "),
    ...what(statement),
    ...onWhat(statement),
    ...when(statement),
    ...(asWritten.length === 0
      ? []
      : [textPart(`; as written: ${asWritten.join("; ")}`)]),
  ];
}

function textPart(text: string): SentencePart {
  return { kind: "text", text };
}

/** An account as principal gives nobody access by itself: it lets the account's IAM policies give it. */
function verb({ effect, principals, notPrincipals }: StatementWords): string {
  if (effect === "Deny") return "may never";
  const delegates =
    principals.length > 0 &&
    notPrincipals.length === 0 &&
    principals.every(
      ({ kind }) => kind === "account" || kind === "account-root",
    );
  return delegates ? "may let principals" : "may";
}

function who({ principals, notPrincipals }: StatementWords): Sentence {
  if (principals.length + notPrincipals.length === 0)
    return [textPart("Nobody")];
  const excepted =
    notPrincipals.length === 0
      ? []
      : [
          textPart(
            principals.length === 0
              ? "Everyone except "
              : " and everyone except ",
          ),
          ...listed(notPrincipals.map(principalPart), "and"),
        ];
  return [...listed(principals.map(principalPart), "and"), ...excepted];
}

function principalPart({ text, kind }: NamedPrincipal): SentencePart {
  return { kind: "principal", text, principal: kind };
}

function what(statement: StatementWords): Sentence {
  const { actions, notActions, effect } = statement;
  if (actions.length + notActions.length === 0) return [textPart("do nothing")];
  const last = effect === "Deny" ? "or" : "and";
  const excepted =
    notActions.length === 0
      ? []
      : [
          textPart(
            `${actions.length === 0 ? "" : ` ${last} `}do everything except `,
          ),
          ...listed(capabilityParts(notActions, statement), "and"),
        ];
  return [...listed(capabilityParts(actions, statement), last), ...excepted];
}

function capabilityParts(
  actions: readonly Json[],
  { parameters }: StatementWords,
): readonly SentencePart[] {
  const texts = actions.filter((action) => typeof action === "string");
  const others = actions.filter((action) => typeof action !== "string");
  return [
    ...capabilityWords(texts),
    ...others.map((action) => ({
      words: valueWords(action, parameters),
      actions: [],
    })),
  ].map(({ words, actions: covered }) => ({
    kind: "capability",
    text: words,
    actions: covered,
  }));
}

/** A key policy is about its key, so `*` goes without saying. */
function onWhat(statement: StatementWords): Sentence {
  const { resources, notResources = [] } = statement;
  const isEverything =
    resources === undefined || (resources.length === 1 && resources[0] === "*");
  if (isEverything && notResources.length === 0) return [];
  const named = resources ?? [];
  if (named.length + notResources.length === 0)
    return [textPart(" on nothing")];
  const last = statement.effect === "Deny" ? "or" : "and";
  const parts = (list: readonly Json[], between: string) =>
    listed(
      list.map((one) => textPart(valueWords(one, statement.parameters))),
      between,
    );
  const excepted =
    notResources.length === 0
      ? []
      : [
          textPart(
            `${named.length === 0 ? "" : ` ${last} `}everything except `,
          ),
          ...parts(notResources, "and"),
        ];
  return [textPart(" on "), ...parts(named, last), ...excepted];
}

function when(statement: StatementWords): Sentence {
  const { conditions, parameters } = statement;
  const unless = exception(statement);
  if (unless !== undefined)
    return [textPart(" unless "), { kind: "condition", text: unless }];
  const parts = conditionTexts(conditions, parameters).map(
    (text): SentencePart => ({ kind: "condition", text }),
  );
  return parts.length === 0
    ? []
    : [textPart(" when "), ...listed(parts, "and")];
}

/** A Deny with one negated condition says who is spared. */
function exception({
  effect,
  conditions,
  parameters,
}: StatementWords): string | undefined {
  const comparison = effect === "Deny" ? onlyComparison(conditions) : undefined;
  return comparison && unlessWords(comparison, parameters);
}

/** The parts with commas between them and a word before the last. */
function listed(parts: readonly SentencePart[], last: string): Sentence {
  return parts.flatMap((part, index): SentencePart[] => {
    if (index === 0) return [part];
    const text = index === parts.length - 1 ? ` ${last} ` : ", ";
    return [{ kind: "text", text }, part];
  });
}
