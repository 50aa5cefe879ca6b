import { samePrincipal } from "./principal-text.ts";
import type {
  ConditionScalar,
  ConditionValue,
  Conditions,
  Design,
  Intrinsic,
  Principal,
  PrincipalElement,
  Statement,
} from "./design.ts";
import { keysOf } from "../kms/keys-of.ts";
import { freeConstructId } from "./defaults.ts";
import { principalOfText } from "./understand-principal.ts";
import { statementElements } from "../policy/elements.ts";
import { intrinsicText, isIntrinsic } from "../policy/intrinsic.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";

/** A statement, and the design with the principals that it names. */
export interface ReadStatement {
  readonly statement: Statement;
  readonly design: Design;
}

/** Where a statement stands: in a policy of plain JSON, or in a template, which may have intrinsic functions. */
type Origin = "policy" | "template";

/** A statement of a policy in parts, where it has nothing but what the parts can say; else as the JSON that it is. */
export function statementOfJson(
  design: Design,
  json: JsonObject,
  origin: Origin = "policy",
): ReadStatement {
  return (
    structured(design, json, origin) ?? {
      design,
      statement: { verbatim: json },
    }
  );
}

function structured(
  design: Design,
  json: JsonObject,
  origin: Origin,
): ReadStatement | undefined {
  const { Effect, Sid, Condition } = json;
  if (!Object.keys(json).every((name) => statementElements.has(name)))
    return undefined;
  if (Effect !== "Allow" && Effect !== "Deny") return undefined;
  const isValue = origin === "template" ? isScalarOrIntrinsic : isScalar;
  const conditions = conditionsOf(Condition, isValue);
  const sid = typeof Sid === "string" && Sid !== "" ? { sid: Sid } : {};
  if (conditions === undefined || (Sid !== undefined && !("sid" in sid)))
    return undefined;
  const lists = listsOf(json);
  const named = principalsOf(design, json, origin);
  if (lists === undefined || named === undefined) return undefined;
  return {
    design: named.design,
    statement: {
      ...sid,
      effect: Effect,
      ...named.ids,
      ...lists,
      ...(Condition !== undefined && { conditions }),
    },
  };
}

type Lists = Partial<
  Record<
    "actions" | "notActions" | "resources" | "notResources",
    readonly string[]
  >
>;

/** The elements that are lists of texts, and what a design calls them. */
export const listElements = {
  Action: "actions",
  NotAction: "notActions",
  Resource: "resources",
  NotResource: "notResources",
} as const;

function listsOf(json: JsonObject): Lists | undefined {
  const lists: Lists = {};
  for (const [element, name] of Object.entries(listElements)) {
    const value = json[element];
    if (value === undefined) continue;
    const members = textsOf(value);
    if (members === undefined) return undefined;
    Object.assign(lists, { [name]: members });
  }
  return lists;
}

/** The texts of a list, each once, or the one text in its place; undefined where it is neither or empty. */
function textsOf(value: Json): readonly string[] | undefined {
  const members = isJsonList(value) ? value : [value];
  const texts = members.filter((member) => typeof member === "string");
  const isWhole = texts.length === members.length && texts.length > 0;
  return isWhole ? [...new Set(texts)] : undefined;
}

type IsValue = (value: Json) => value is ConditionScalar | Intrinsic;

function conditionsOf(
  value: Json | undefined,
  isValue: IsValue,
): Conditions | undefined {
  if (value === undefined) return {};
  if (!isJsonObject(value)) return undefined;
  const operators = Object.entries(value).flatMap(([operator, keys]) => {
    const read = isJsonObject(keys) ? valuesOf(keys, isValue) : undefined;
    return read === undefined ? [] : [[operator, read] as const];
  });
  return operators.length === Object.keys(value).length && operators.length > 0
    ? Object.fromEntries(operators)
    : undefined;
}

function valuesOf(
  keys: JsonObject,
  isValue: IsValue,
): Readonly<Record<string, ConditionValue>> | undefined {
  const read = Object.entries(keys).flatMap(([key, value]) =>
    isConditionValue(value, isValue) ? [[key, value] as const] : [],
  );
  return read.length === Object.keys(keys).length && read.length > 0
    ? Object.fromEntries(read)
    : undefined;
}

function isConditionValue(
  value: Json,
  isValue: IsValue,
): value is ConditionValue {
  return isJsonList(value) ? value.every(isValue) : isValue(value);
}

/** The arguments of an `Fn::If` in place of condition keys are values like any other. */
function isScalarOrIntrinsic(
  value: Json,
): value is ConditionScalar | Intrinsic {
  return isScalar(value) || isJsonObject(value);
}

function isScalar(value: Json): value is ConditionScalar {
  return ["string", "number", "boolean"].includes(typeof value);
}

/** The `id`s of the principals that a statement names. */
interface NamedPrincipals {
  readonly design: Design;
  readonly ids: {
    readonly principals?: readonly string[];
    readonly notPrincipals?: readonly string[];
  };
}

function principalsOf(
  design: Design,
  { Principal: yes, NotPrincipal: no }: JsonObject,
  origin: Origin,
): NamedPrincipals | undefined {
  const named = added(design, yes, origin);
  const exceptions = named && added(named.design, no, origin);
  if (named === undefined || exceptions === undefined) return undefined;
  return {
    design: exceptions.design,
    ids: {
      ...(yes !== undefined && { principals: named.ids }),
      ...(no !== undefined && { notPrincipals: exceptions.ids }),
    },
  };
}

interface Added {
  readonly design: Design;
  readonly ids: readonly string[];
}

function added(
  design: Design,
  value: Json | undefined,
  origin: Origin,
): Added | undefined {
  if (value === undefined) return { design, ids: [] };
  if (value === "*")
    return withPrincipal(design, { id: "Public", kind: "star" });
  if (!isJsonObject(value)) return undefined;
  if (isIntrinsic(value))
    return origin === "template"
      ? withPrincipal(design, templateValue("Principal", value))
      : undefined;
  let result: Added = { design, ids: [] };
  for (const [type, members] of Object.entries(value)) {
    const element = elements.find((one) => one === type);
    if (element === undefined) return undefined;
    for (const member of isJsonList(members) ? members : [members]) {
      const principal = principalOf(element, member, origin);
      if (principal === undefined) return undefined;
      const one = withPrincipal(result.design, principal);
      const ids = new Set([...result.ids, ...one.ids]);
      result = { design: one.design, ids: [...ids] };
    }
  }
  return result.ids.length === 0 ? undefined : result;
}

type ElementType = Exclude<PrincipalElement, "Principal">;

/** A principal under a type of the `Principal` element; undefined where it is of no known form. */
function principalOf(
  type: ElementType,
  member: Json,
  origin: Origin,
): Principal | undefined {
  if (typeof member === "string") return kinds[type](member);
  return origin === "template" && isJsonObject(member) && isIntrinsic(member)
    ? templateValue(type, member)
    : undefined;
}

function templateValue(
  element: PrincipalElement,
  value: JsonObject,
): Principal {
  return { id: nameOfValue(value), kind: "template-value", element, value };
}

/** What a value is called: what it reads as, as far as that is short and plain. */
function nameOfValue(value: JsonObject): string {
  const text = intrinsicText(value);
  const id = principalOfText(text.replaceAll("${AWS::Partition}", "aws"))?.id;
  const words = (id ?? text)
    .replaceAll(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .slice(0, 4)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join("") || "Value";
}

/** Reads the principals of each type. */
const kinds: Readonly<Record<ElementType, (text: string) => Principal>> = {
  AWS: (text) =>
    text === "*"
      ? { id: "Everyone", kind: "any" }
      : { id: nameOf(text), kind: "arn", arn: text },
  Service: (text) => ({ id: nameOf(text), kind: "service", service: text }),
  Federated: (text) => ({
    id: nameOf(text),
    kind: "federated",
    provider: text,
  }),
  CanonicalUser: (text) => ({
    id: "CanonicalUser",
    kind: "canonical-user",
    canonicalUser: text,
  }),
};

const elements = keysOf(kinds);

/** What a principal is called after the text that stands for it. */
function nameOf(text: string): string {
  return principalOfText(text)?.id ?? "Principal";
}

function withPrincipal(design: Design, wish: Principal): Added {
  const same = design.principals.find((one) => samePrincipal(one, wish));
  if (same !== undefined) return { design, ids: [same.id] };
  const id = freeConstructId(design, "", wish.id);
  const principals = [...design.principals, { ...wish, id }];
  return { design: { ...design, principals }, ids: [id] };
}
