import type {
  AccessRequest,
  Json,
  Layer,
  Problem,
  Result,
} from "../../core/index.ts";
import {
  conditionKeyNames,
  findConditionKey,
  globalConditionKeyNames,
  isJsonList,
  isJsonObject,
  keysOf,
  layers,
  readRequest,
} from "../../core/index.ts";
import { readValue } from "./json-object.ts";

/** A request as a person types it: texts, whether they say something yet or not. */
export interface RequestForm {
  readonly principal: string;
  /** The ARN of the role of a session, where it has a path. */
  readonly principalArn: string;
  readonly action: string;
  /** Another key than the one that is asked about; empty for that. */
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: readonly ContextRow[];
  /** The JSON of the other policies; empty where they are not given. */
  readonly layers: Readonly<Record<Layer, string>>;
  /** The kept test that the request was taken from. */
  readonly test: string | null;
}

/** A condition key and one of its values. */
export interface ContextRow {
  readonly key: string;
  readonly value: string;
  /** The request carries the key as a list, also of one. */
  readonly isList?: true;
}

/** A part of the form that can be wrong. */
export type RequestField = "principal" | "action" | Layer;

/** What a form says, and what of it cannot be read. */
export interface FormReading {
  /** Undefined while something of it cannot be read, or the principal is missing. */
  readonly request: AccessRequest | undefined;
  readonly problems: Readonly<Partial<Record<RequestField, Problem>>>;
}

const noLayers: Record<Layer, string> = {
  identityPolicies: "",
  permissionsBoundary: "",
  sessionPolicies: "",
  serviceControlPolicies: "",
  resourceControlPolicies: "",
  endpointPolicy: "",
  grants: "",
};

/** A form that asks nothing yet. */
export const emptyForm: RequestForm = {
  principal: "",
  principalArn: "",
  action: "kms:Decrypt",
  resource: "",
  resourceAccount: "",
  context: [],
  layers: noLayers,
  test: null,
};

/** Members of a request that are one policy; the others are lists. */
const single: ReadonlySet<Layer> = new Set([
  "permissionsBoundary",
  "endpointPolicy",
]);

/** The form of a request, as a person would have typed it. */
export function formOf(
  request: AccessRequest,
  test: string | null = null,
): RequestForm {
  const texts = { ...noLayers };
  for (const layer of keysOf(layers)) {
    const given = request[layer];
    if (given !== undefined) texts[layer] = JSON.stringify(given, null, 2);
  }
  return {
    principal: request.principal,
    principalArn: request.principalArn ?? "",
    action: request.action,
    resource: request.resource ?? "",
    resourceAccount: request.resourceAccount ?? "",
    context: Object.entries(request.context ?? {}).flatMap(([key, value]) =>
      rowsOf(writtenKey(key), value),
    ),
    layers: texts,
    test,
  };
}

function rowsOf(
  key: string,
  value: NonNullable<AccessRequest["context"]>[string],
): readonly ContextRow[] {
  return typeof value === "object"
    ? value.map((one): ContextRow => ({ key, value: one, isList: true }))
    : [{ key, value: String(value) }];
}

const writtenKeys: ReadonlyMap<string, string> = new Map(
  [...conditionKeyNames, ...globalConditionKeyNames].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/** A condition key as AWS writes it. */
export function writtenKey(key: string): string {
  return writtenKeys.get(key.toLowerCase()) ?? key;
}

/** What the form says. */
export function readForm(form: RequestForm): FormReading {
  const problems: Partial<Record<RequestField, Problem>> = {};
  const given: Record<string, Json> = {};
  for (const layer of keysOf(layers)) {
    if (form.layers[layer].trim() === "") continue;
    const read = readLayer(layer, form.layers[layer]);
    if (read.ok) given[layer] = read.value;
    else problems[layer] = firstOf(read.problems);
  }
  const { principal, action } = form;
  if (principal.trim() === "" || action.trim() === "" || hasAny(problems))
    return { request: undefined, problems };
  const read = readRequest({
    principal: principal.trim(),
    ...textMember("principalArn", form.principalArn),
    action: action.trim(),
    ...textMember("resource", form.resource),
    ...textMember("resourceAccount", form.resourceAccount),
    ...(form.context.some(isFilled) && { context: contextOf(form.context) }),
    ...given,
  });
  if (read.ok) return { request: read.value, problems };
  for (const problem of read.problems) {
    const layer = keysOf(layers).find((one) => one === problem.path[0]);
    problems[layer ?? "principal"] = problem;
  }
  return { request: undefined, problems };
}

function firstOf([first = notRead]: readonly Problem[]): Problem {
  return first;
}

const notRead: Problem = {
  code: "app/not-read",
  severity: "error",
  path: [],
  message: "this cannot be read",
  help: "",
};

function hasAny(problems: object): boolean {
  return Object.keys(problems).length > 0;
}

function textMember(name: string, text: string) {
  return text.trim() === "" ? {} : { [name]: text.trim() };
}

function isFilled({ key }: ContextRow): boolean {
  return key.trim() !== "";
}

/** Rows of the same key are its values; a key that has several by its nature has them as a list, also of one. */
function contextOf(rows: readonly ContextRow[]) {
  const context = new Map<string, string | string[]>();
  for (const { key: typed, value, isList } of rows.filter(isFilled)) {
    const key = typed.trim();
    const before = context.get(key);
    const isMany =
      isList === true || findConditionKey(key)?.multiValued === true;
    if (before !== undefined) context.set(key, [...[before].flat(), value]);
    else context.set(key, isMany ? [value] : value);
  }
  return Object.fromEntries(context);
}

/** A list where there are several; one alone, and what `list-grants` prints, are taken as well. */
function readLayer(layer: Layer, text: string): Result<Json> {
  const read = readValue(text);
  if (!read.ok || single.has(layer)) return read;
  const { value } = read;
  if (isJsonList(value)) return read;
  const listed = isJsonObject(value) ? value["Grants"] : undefined;
  return {
    ok: true,
    value: layer === "grants" && isJsonList(listed) ? listed : [value],
  };
}
