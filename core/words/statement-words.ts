import { isIntrinsic } from "../policy/intrinsic.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { describeStatement } from "./describe-statement.ts";
import type { StatementWords } from "./describe-statement.ts";
import { namedPrincipals } from "./principal-words.ts";
import type { Sentence } from "./sentence.ts";
import { word } from "./word.ts";

/**
 * A statement of a policy, as JSON, in a sentence that leaves nothing out but its `Sid`: what is no part of a
 * statement, or not in a form that one can have, stands at the end as it is written.
 */
export function describePolicyStatement(
  statement: Json,
  parameters?: ReadonlySet<string>,
): Sentence {
  if (!isJsonObject(statement) || isIntrinsic(statement))
    return [
      { kind: "text", text: `No statement: ${JSON.stringify(statement)}` },
    ];
  return describeStatement({
    ...wordsOfStatement(statement, parameters),
    ...(parameters !== undefined && { parameters }),
  });
}

/** The elements of a statement that is JSON, for {@link describeStatement}. */
export function wordsOfStatement(
  json: JsonObject,
  parameters?: ReadonlySet<string>,
): StatementWords {
  const { Effect, Principal, NotPrincipal, Condition } = json;
  const principals = namedPrincipals(Principal, parameters);
  const notPrincipals = namedPrincipals(NotPrincipal, parameters);
  const isBlock = isJsonObject(Condition) && Object.keys(Condition).length > 0;
  const written: readonly (readonly [string, Json | undefined])[] = [
    ["Effect", isEffect(Effect) ? undefined : Effect],
    ["Principal", principals.rest],
    ["NotPrincipal", notPrincipals.rest],
    ...lists.map((name) => [name, restOfList(json[name])] as const),
    ["Condition", isBlock ? undefined : Condition],
    ...Object.entries(json).filter(([name, value]) => isOther(name, value)),
  ];
  return {
    effect: Effect === "Deny" ? "Deny" : "Allow",
    principals: principals.named,
    notPrincipals: notPrincipals.named,
    actions: listOf(json["Action"]),
    notActions: listOf(json["NotAction"]),
    ...resourcesOf(json),
    conditions: isBlock ? Condition : {},
    asWritten: [
      ...(Effect === undefined ? ["no Effect"] : []),
      ...written.flatMap(([name, value]) =>
        value === undefined ? [] : [`${word(name)} ${JSON.stringify(value)}`],
      ),
    ],
  };
}

const lists = ["Action", "NotAction", "Resource", "NotResource"] as const;

const told: ReadonlySet<string> = new Set([
  ...lists,
  "Effect",
  "Principal",
  "NotPrincipal",
  "Condition",
]);

/** An element of no statement; a `Sid` is a name, which says nothing. */
function isOther(name: string, value: Json): boolean {
  return name === "Sid" ? typeof value !== "string" : !told.has(name);
}

function isEffect(value: Json | undefined): boolean {
  return value === "Allow" || value === "Deny";
}

/** Without `Resource` a statement is about nothing, unless it says what it is not about. */
function resourcesOf(
  json: JsonObject,
): Pick<StatementWords, "resources" | "notResources"> {
  const notResources = listOf(json["NotResource"]);
  const isUnsaid = json["Resource"] === undefined && notResources.length > 0;
  return {
    ...(!isUnsaid && { resources: listOf(json["Resource"]) }),
    notResources,
  };
}

/** The members of a list of texts, each of which may be worked out when the stack is deployed. */
function listOf(value: Json | undefined): readonly Json[] {
  return membersOf(value).filter(isMember);
}

function membersOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isJsonList(value) ? value : [value];
}

function isMember(value: Json): boolean {
  return (
    typeof value === "string" || (isJsonObject(value) && isIntrinsic(value))
  );
}

/** What a list has besides texts; an empty one has to be told from none. */
function restOfList(value: Json | undefined): Json | undefined {
  const rest = membersOf(value).filter((member) => !isMember(member));
  if (isJsonList(value) && value.length === 0) return value;
  return rest.length === 0 ? undefined : rest;
}
