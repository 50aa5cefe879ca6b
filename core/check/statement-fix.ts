import type { DesignChange } from "../design/change.ts";
import type {
  Conditions,
  Design,
  OwnedKey,
  Statement,
  StructuredStatement,
} from "../design/design.ts";
import { isOwned, isVerbatim } from "../design/design.ts";
import { principalForText, principalText } from "../design/principal-text.ts";
import { memberWithId } from "../design/members.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject, listOf, textsOf } from "../problem/json.ts";
import type { StatementView } from "./policy-view.ts";
import type { Fix, RuleSubject } from "./rule.ts";

/** What a fix makes of the elements of a statement besides its principals; undefined removes the statement. */
export type StatementEdit = (elements: JsonObject) => JsonObject | undefined;

/**
 * A fix that edits the elements of a statement as AWS names them, principals excepted; undefined where the statement
 * is not the person's own.
 */
export function statementFix(
  { key }: RuleSubject,
  { own, path }: StatementView,
  { title, edit }: { readonly title: string; readonly edit: StatementEdit },
): Fix | undefined {
  if (own === undefined || !isOwned(key)) return undefined;
  const elements = isVerbatim(own) ? own.verbatim : elementsOf(own);
  const edited = edit(elements);
  const next = edited && withElements(own, edited);
  return {
    title,
    change: editStatement(key, Number(path.at(-1)), next),
  };
}

/** A fix that removes a statement. */
export function removeStatement(
  subject: RuleSubject,
  statement: StatementView,
  title = "Remove the statement",
): Fix | undefined {
  return statementFix(subject, statement, { title, edit: () => undefined });
}

/** The elements without some members of a list; without the statement where none is left. */
export function withoutTexts(
  elements: JsonObject,
  name: string,
  members: readonly string[],
): JsonObject | undefined {
  const left = listOf(elements[name]).filter(
    (one) => typeof one !== "string" || !members.includes(one),
  );
  return left.length === 0 ? undefined : { ...elements, [name]: left };
}

/** The elements with a condition key set to a value under an operator, or without it where there is no value. */
export function withCondition(
  elements: JsonObject,
  [operator, key]: readonly [operator: string, key: string],
  value: Json | undefined,
): JsonObject {
  const block = isJsonObject(elements["Condition"])
    ? elements["Condition"]
    : {};
  const { [operator]: keys, ...others } = block;
  const { [key]: _, ...rest } = isJsonObject(keys) ? keys : {};
  const next = value === undefined ? rest : { ...rest, [key]: value };
  const { Condition: __, ...bare } = elements;
  const conditions =
    Object.keys(next).length === 0 ? others : { ...others, [operator]: next };
  return Object.keys(conditions).length === 0
    ? bare
    : { ...bare, Condition: conditions };
}

/** A fix that takes a principal out of a statement, or puts another in its place. */
export function principalFix(
  { design, key }: RuleSubject,
  { own, path }: StatementView,
  {
    title,
    text,
    by,
  }: { readonly title: string; readonly text: string; readonly by?: string },
): Fix | undefined {
  if (own === undefined || !isOwned(key) || isVerbatim(own)) return undefined;
  const named = by === undefined ? undefined : principalForText(design, by);
  if (named !== undefined && !named.ok) return undefined;
  const replaced = (ids: readonly string[] = []) => [
    ...new Set(
      ids.flatMap((id) => {
        if (!isNamed(design, id, text)) return [id];
        return named === undefined ? [] : [named.value.principal.id];
      }),
    ),
  ];
  const principals = replaced(own.principals);
  if (principals.length === own.principals?.length && named === undefined)
    return undefined;
  const next = principals.length === 0 ? undefined : { ...own, principals };
  const edit = editStatement(key, Number(path.at(-1)), next);
  if (named === undefined || !named.value.isNew) return { title, change: edit };
  const { principal } = named.value;
  const index = design.principals.length;
  const add: DesignChange = { type: "add-principal", principal, index };
  return { title, change: { type: "batch", changes: [add, edit] } };
}

function isNamed(design: Design, id: string, text: string): boolean {
  const principal = memberWithId(design.principals, id);
  return principal !== undefined && principalText(principal) === text;
}

function editStatement(
  { id, policy }: OwnedKey,
  index: number,
  next: Statement | undefined,
): DesignChange {
  const statements = policy.statements.flatMap((one, at) => {
    if (at !== index) return [one];
    return next === undefined ? [] : [next];
  });
  return {
    type: "edit-key",
    key: id,
    patch: { policy: { ...policy, statements } },
  };
}

/** The elements of a statement in parts, as AWS names them; principals are left out. */
function elementsOf(own: StructuredStatement): JsonObject {
  const { sid, effect, conditions } = own;
  return {
    ...(sid !== undefined && { Sid: sid }),
    Effect: effect,
    ...(own.actions !== undefined && { Action: own.actions }),
    ...(own.notActions !== undefined && { NotAction: own.notActions }),
    ...(own.resources !== undefined && { Resource: own.resources }),
    ...(own.notResources !== undefined && { NotResource: own.notResources }),
    ...(conditions !== undefined && { Condition: conditions }),
  };
}

/** The elements that are lists of texts, and what a design calls them. */
const listNames = {
  Action: "actions",
  NotAction: "notActions",
  Resource: "resources",
  NotResource: "notResources",
} as const;

function withElements(own: Statement, elements: JsonObject): Statement {
  if (isVerbatim(own)) return { ...own, verbatim: elements };
  const {
    sid: _sid,
    effect: _effect,
    actions: _actions,
    notActions: _notActions,
    resources: _resources,
    notResources: _notResources,
    conditions: _conditions,
    ...rest
  } = own;
  const { Sid: sid, Effect: effect, Condition: conditions } = elements;
  const lists = Object.fromEntries(
    Object.entries(listNames)
      .filter(([name]) => elements[name] !== undefined)
      .map(([name, part]) => [part, textsOf(elements[name])]),
  );
  return {
    ...(typeof sid === "string" && { sid }),
    effect: effect === "Deny" ? "Deny" : "Allow",
    ...rest,
    ...lists,
    ...(isJsonObject(conditions) && { conditions: conditionsOf(conditions) }),
  };
}

/** The blocks of a condition element that the design can hold: all that a fix makes of what was there. */
function conditionsOf(block: JsonObject): Conditions {
  const conditions: Record<string, Conditions[string]> = {};
  for (const [operator, keys] of Object.entries(block))
    if (isJsonObject(keys)) conditions[operator] = valuesOf(keys);
  return conditions;
}

function valuesOf(keys: JsonObject): Conditions[string] {
  const values: Record<string, Conditions[string][string]> = {};
  for (const [key, value] of Object.entries(keys))
    values[key] = listOfValues(value);
  return values;
}

function listOfValues(value: Json): Conditions[string][string] {
  if (value === null) return "";
  if (isJsonObject(value)) return value;
  if (!isJsonList(value)) return value;
  return value.flatMap((one) => (one === null || isJsonList(one) ? [] : [one]));
}
