import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { isIntrinsic, isNoValue, noValue } from "./intrinsic.ts";

/** What is known of a deployment; undefined is what is not. */
export interface Deployment {
  /** What `Ref` gives for a name; a text may have pseudo parameters in it, written `${AWS::…}`. */
  readonly ref: (name: string) => Json | undefined;
  readonly condition: (name: string) => boolean | undefined;
  readonly mapping: (name: string) => Json | undefined;
}

/**
 * A value of a template with its intrinsic functions worked out as CloudFormation does, as far as the deployment is
 * known; what is not stays a function. Undefined stands for `AWS::NoValue`, and is left out of lists and objects.
 * Source: AWS CloudFormation User Guide, "Intrinsic function reference".
 */
export function resolveIntrinsics(
  value: Json,
  deployment: Deployment,
): Json | undefined {
  const inner = (one: Json) => resolveIntrinsics(one, deployment);
  if (isJsonList(value))
    return value.map(inner).filter((one) => one !== undefined);
  if (!isJsonObject(value)) return value;
  if (isNoValue(value)) return undefined;
  if (!isIntrinsic(value)) return membersOf(value, inner);
  const [[name, argument] = ["", null]] = Object.entries(value);
  if (name === "Fn::If") return branchOf(argument, deployment);
  if (name === "Fn::Sub")
    return substituted(argument, deployment) ?? { [name]: argument };
  const resolved = inner(argument) ?? null;
  return functions[name]?.(resolved, deployment) ?? { [name]: resolved };
}

function membersOf(
  value: JsonObject,
  inner: (one: Json) => Json | undefined,
): JsonObject {
  const members: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) {
    const resolved = inner(member);
    if (resolved !== undefined) members[name] = resolved;
  }
  return members;
}

function branchOf(argument: Json, deployment: Deployment): Json | undefined {
  const [name, yes = null, no = null] = isJsonList(argument) ? argument : [];
  if (typeof name !== "string") return { "Fn::If": argument };
  const holds = deployment.condition(name);
  const branch = (one: Json) => resolveIntrinsics(one, deployment);
  return holds === undefined
    ? { "Fn::If": [name, branch(yes) ?? noValue, branch(no) ?? noValue] }
    : branch(holds ? yes : no);
}

type IntrinsicFunction = (
  argument: Json,
  deployment: Deployment,
) => Json | undefined;

/** The functions whose arguments are worked out before them; each gives undefined for what it cannot know. */
const functions: Readonly<Record<string, IntrinsicFunction | undefined>> = {
  Ref: (name, { ref }) => (typeof name === "string" ? ref(name) : undefined),
  "Fn::Join": (argument) => {
    const [between, parts] = isJsonList(argument) ? argument : [];
    const texts = isJsonList(parts) ? parts.map(textOf) : [undefined];
    return typeof between === "string" && texts.every(isKnown)
      ? texts.join(between)
      : undefined;
  },
  "Fn::Split": (argument) => {
    const [at, text] = isJsonList(argument) ? argument : [];
    if (typeof at !== "string" || at === "" || typeof text !== "string")
      return undefined;
    const parts = text.split(at);
    // What is between the braces of a pseudo parameter is not known yet.
    return parts.every((part) => !/\$\{[^}]*$/.test(part)) ? parts : undefined;
  },
  "Fn::Select": (argument) => {
    const [index, list] = isJsonList(argument) ? argument : [];
    const member = isJsonList(list) ? list[Number(index)] : undefined;
    return isIntrinsic(member) ? undefined : member;
  },
  "Fn::FindInMap": (argument, { mapping }) => {
    const [name, first, second] = isJsonList(argument) ? argument : [];
    const map = typeof name === "string" ? mapping(name) : undefined;
    return memberOf(memberOf(map, first), second);
  },
};

function memberOf(
  value: Json | undefined,
  name: Json | undefined,
): Json | undefined {
  return isJsonObject(value) &&
    typeof name === "string" &&
    Object.hasOwn(value, name)
    ? value[name]
    : undefined;
}

/** The text of `Fn::Sub`, where all that it names is known. */
function substituted(
  argument: Json,
  deployment: Deployment,
): string | undefined {
  const [text, given = {}] = isJsonList(argument) ? argument : [argument];
  if (typeof text !== "string" || !isJsonObject(given)) return undefined;
  const valueOf = (name: string) => {
    const own = given[name];
    return textOf(
      own === undefined
        ? deployment.ref(name)
        : resolveIntrinsics(own, deployment),
    );
  };
  const parts = text.split(/(\$\{[^}]*\})/).map((part) => {
    if (!part.startsWith("${")) return part;
    // `${!Name}` stands for the text `${Name}`.
    return part.startsWith("${!")
      ? part.replace("!", "")
      : valueOf(part.slice(2, -1).trim());
  });
  return parts.every(isKnown) ? parts.join("") : undefined;
}

/** A value where a text is asked for. */
function textOf(value: Json | undefined): string | undefined {
  return typeof value === "object" || value === undefined
    ? undefined
    : String(value);
}

function isKnown(text: string | undefined): text is string {
  return text !== undefined;
}
