import type { Design, Key, Statement } from "../design/design.ts";
import { isOwned } from "../design/design.ts";
import { statementsOf } from "../design/key-parts.ts";
import { Memo } from "../evaluate/memo.ts";
import type { KmsAction } from "../kms/actions.ts";
import { kmsActionNames } from "../kms/actions.ts";
import type { ConditionKeyRow } from "../kms/condition-keys.ts";
import { findConditionKey } from "../kms/condition-keys.ts";
import type { Operator } from "../policy/operators.ts";
import { parseOperator } from "../policy/operators.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import {
  isJsonList,
  isJsonObject,
  listOf,
  objectOf,
  textsOf,
} from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import { startsWithPath } from "../problem/problem.ts";
import type { Subject } from "../prove/subject.ts";
import { subjectOf } from "../prove/subject.ts";
import { keyPolicyDocument } from "../synth/plain-key-policy.ts";
import { expandAction } from "../words/capability-words.ts";
import type { RuleSubject } from "./rule.ts";

/** The policy of a key as rules look at it: as AWS gets it, with what of the design wrote each statement. */
export interface PolicyView {
  readonly subject: Subject;
  readonly statements: readonly StatementView[];
}

/** One statement of a key policy. */
export interface StatementView {
  /** Its place in the policy as AWS gets it, from 0. */
  readonly index: number;
  /** What messages call it: `statement "Sid"`, or `statement 2`. */
  readonly name: string;
  readonly sid?: string;
  /** The statement as AWS gets it; texts stand for what only CloudFormation knows. */
  readonly json: JsonObject;
  /** The same with the intrinsic functions and pseudo parameters that are in the design. */
  readonly written: JsonObject;
  /** Undefined where it is neither. */
  readonly effect: "Allow" | "Deny" | undefined;
  readonly principals: readonly PrincipalView[];
  readonly notPrincipals: readonly PrincipalView[];
  /** Actions as they are written. */
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  /** The actions of AWS KMS that it is about. */
  readonly covers: readonly KmsAction[];
  readonly conditions: readonly ConditionView[];
  /** The part of the design that wrote it; of several that the CDK merged, the first. */
  readonly path: Path;
  /** The statement of the design, where it is the person's own and not merged with others. */
  readonly own?: Statement;
}

/** A principal of a statement. */
export interface PrincipalView {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`; `*` for an element that is `*` as a whole. */
  readonly type: string;
  readonly text: string;
}

/** One condition key of a statement under one operator. */
export interface ConditionView {
  /** As it is written. */
  readonly operator: string;
  /** Undefined where there is no such operator. */
  readonly parsed: Operator | undefined;
  /** As it is written. */
  readonly key: string;
  /** What is known of the condition key. */
  readonly row: ConditionKeyRow | undefined;
  readonly values: readonly Json[];
}

const views = new WeakMap<Design, Map<string, PolicyView | undefined>>();

/** The policy of the key; undefined for a key that exists elsewhere and whose policy the design does not know. */
export function policyOfKey({
  design,
  key,
  path,
}: RuleSubject): PolicyView | undefined {
  const known = views.get(design) ?? new Map<string, PolicyView | undefined>();
  views.set(design, known);
  if (!known.has(key.id)) known.set(key.id, viewOf(design, key, path));
  return known.get(key.id);
}

function viewOf(design: Design, key: Key, path: Path): PolicyView | undefined {
  const subject = subjectOf(design, key);
  if (subject === undefined) return undefined;
  const written = isOwned(key)
    ? objectsIn(keyPolicyDocument(design, key).document)
    : [];
  return {
    subject,
    statements: objectsIn(subject.document).map((json, index) => ({
      ...statementView(json, index),
      written: written[index] ?? json,
      ...originOf({ key, path, origins: subject.origins[index] ?? [] }),
    })),
  };
}

function objectsIn(document: JsonObject | undefined): readonly JsonObject[] {
  return listOf(document?.["Statement"]).map(objectOf);
}

function originOf({
  key,
  path,
  origins,
}: {
  readonly key: Key;
  readonly path: Path;
  readonly origins: readonly Path[];
}): Pick<StatementView, "path" | "own"> {
  // The principals that a statement names wrote it too.
  const [origin, ...others] = origins.filter((one) =>
    startsWithPath(one, path),
  );
  if (origin === undefined) return { path: [...path, "policy"] };
  const list = [...path, "policy", "statements"];
  const [index] = origin.slice(list.length);
  const own =
    others.length === 0 && startsWithPath(origin, list)
      ? statementsOf(key)[Number(index)]
      : undefined;
  return { path: origin, ...(own !== undefined && { own }) };
}

function statementView(
  json: JsonObject,
  index: number,
): Omit<StatementView, "path" | "own" | "written"> {
  const { Sid: sid, Effect: effect } = json;
  const actions = textsOf(json["Action"]);
  const notActions = textsOf(json["NotAction"]);
  const isNamed = typeof sid === "string" && sid !== "";
  return {
    index,
    name: isNamed ? `statement "${sid}"` : `statement ${index + 1}`,
    ...(isNamed && { sid }),
    json,
    effect: effect === "Allow" || effect === "Deny" ? effect : undefined,
    principals: principalsIn(json["Principal"]),
    notPrincipals: principalsIn(json["NotPrincipal"]),
    actions,
    notActions,
    covers: coveredBy(json, actions, notActions),
    conditions: conditionsIn(json["Condition"]),
  };
}

/** Most keys of a design have statements with the same actions. */
const covered = new Memo<readonly KmsAction[]>(1000);

function coveredBy(
  json: JsonObject,
  actions: readonly string[],
  notActions: readonly string[],
): readonly KmsAction[] {
  const isNot = json["NotAction"] !== undefined && json["Action"] === undefined;
  const texts = isNot ? notActions : actions;
  return covered.of(`${String(isNot)} ${texts.join(" ")}`, () => {
    const named = new Set(texts.flatMap((one) => expandAction(one)));
    return kmsActionNames.filter((name) => named.has(name) !== isNot);
  });
}

function principalsIn(element: Json | undefined): readonly PrincipalView[] {
  if (element === "*") return [{ type: "*", text: "*" }];
  if (!isJsonObject(element)) return [];
  return Object.entries(element).flatMap(([type, value]) =>
    textsOf(value).map((text) => ({ type, text })),
  );
}

function conditionsIn(block: Json | undefined): readonly ConditionView[] {
  return Object.entries(objectOf(block)).flatMap(([operator, keys]) =>
    Object.entries(objectOf(keys)).map(([key, value]) => ({
      operator,
      parsed: parseOperator(operator),
      key,
      row: findConditionKey(key),
      values: listOf(value),
    })),
  );
}

/** What the design calls the elements of a statement in parts. */
const partNames: Readonly<Record<string, string>> = {
  Sid: "sid",
  Effect: "effect",
  Principal: "principals",
  NotPrincipal: "notPrincipals",
  Action: "actions",
  NotAction: "notActions",
  Resource: "resources",
  NotResource: "notResources",
  Condition: "conditions",
};

/**
 * The place in the design of a part of a statement, such as `["Action"]` with the text of the action, or `["Condition",
 * "StringEquals", "aws:SourceArn"]`; of a statement that is not the person's own, what wrote it.
 */
export function placeIn(
  { path, own }: StatementView,
  [element = "", ...rest]: readonly string[],
  text?: string,
): Path {
  if (own === undefined) return path;
  const isJson = "verbatim" in own;
  const place = isJson
    ? [...path, "verbatim", element, ...rest]
    : [...path, partNames[element] ?? element, ...rest];
  if (text === undefined || rest.length > 0) return place;
  const written = isJson ? own.verbatim[element] : writtenList(own, element);
  const index = isJsonList(written) ? written.indexOf(text) : -1;
  return index < 0 ? place : [...place, index];
}

function writtenList(
  own: Exclude<Statement, { readonly verbatim: JsonObject }>,
  element: string,
): readonly string[] {
  switch (element) {
    case "Action":
      return own.actions ?? [];
    case "NotAction":
      return own.notActions ?? [];
    case "Resource":
      return own.resources ?? [];
    case "NotResource":
      return own.notResources ?? [];
    default:
      return [];
  }
}

/** The place in the design of a condition. */
export function placeOfCondition(
  statement: StatementView,
  { operator, key }: ConditionView,
): Path {
  return placeIn(statement, ["Condition", operator, key]);
}
