import type { DesignChange } from "../design/change.ts";
import type {
  Design,
  OwnedKey,
  Principal,
  Statement,
} from "../design/design.ts";
import { isDisabled, isVerbatim } from "../design/design.ts";
import { memberWithId } from "../design/members.ts";
import { principalsBehind, principalsOf } from "../design/references.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";

/**
 * The beginning of an ARN of partition `aws` that could be of any other: its account is not typed in. Where it is, the
 * ARN names something of that account, which is in one partition.
 */
const fixedPartition =
  /arn:aws:(?=[a-z\d-]*:(?:\$\{[^}]*\}|[^:$])*:(?!\d{12}|:|aws:|cloudfront:))/g;

/** The texts of a key's policy whose partition is typed in, and the change after which CloudFormation fills it in. */
export interface PortableTexts {
  readonly texts: readonly string[];
  readonly change: DesignChange;
}

/** What of a key's policy is bound to partition `aws`. */
export function portableTexts(design: Design, key: OwnedKey): PortableTexts {
  const found: string[] = [];
  const statements = key.policy.statements.map((statement) =>
    isDisabled(statement) ? statement : portableStatement(statement, found),
  );
  const named = principalsBehind(design, principalsOf(key)).flatMap((id) => {
    const principal = memberWithId(design.principals, id);
    return principal === undefined ? [] : [principal];
  });
  const principals = named.flatMap((principal): readonly DesignChange[] => {
    const by = portablePrincipal(principal, found);
    return by === principal
      ? []
      : [{ type: "replace-principal", principal: principal.id, by }];
  });
  const patch = { policy: { ...key.policy, statements } };
  return {
    texts: [...new Set(found)],
    change: {
      type: "batch",
      changes: [...principals, { type: "edit-key", key: key.id, patch }],
    },
  };
}

function portablePrincipal(principal: Principal, found: string[]): Principal {
  switch (principal.kind) {
    case "arn": {
      const arn = portableText(principal.arn, found);
      return arn === principal.arn ? principal : { ...principal, arn };
    }
    case "template-value": {
      const value = portableValue(principal.value, found);
      return value === principal.value || !isJsonObject(value)
        ? principal
        : { ...principal, value };
    }
    default:
      return principal;
  }
}

function portableStatement(statement: Statement, found: string[]): Statement {
  if (!isVerbatim(statement)) {
    const { conditions, resources } = statement;
    return {
      ...statement,
      ...(resources !== undefined && {
        resources: resources.map((text) => portableText(text, found)),
      }),
      ...(conditions !== undefined && {
        conditions: Object.fromEntries(
          Object.entries(conditions).map(([operator, keys]) => [
            operator,
            Object.fromEntries(
              Object.entries(keys).map(([name, value]) => [
                name,
                portableCondition(value, found),
              ]),
            ),
          ]),
        ),
      }),
    };
  }
  const { verbatim, raw = false } = statement;
  const next = raw
    ? portableValue(verbatim, found)
    : portableJson(verbatim, found);
  return isJsonObject(next) ? { ...statement, verbatim: next } : statement;
}

type Value = string | number | boolean | JsonObject;

function portableCondition(
  value: Value | readonly Value[],
  found: string[],
): Value | readonly Value[] {
  const one = (member: Value): Value => {
    if (typeof member === "string") return portableText(member, found);
    const next = isJsonObject(member) ? portableValue(member, found) : member;
    return isJsonObject(next) ? next : member;
  };
  return isList(value) ? value.map(one) : one(value);
}

function isList(value: Value | readonly Value[]): value is readonly Value[] {
  return Array.isArray(value);
}

/** A text of the design, in which pseudo parameters can stand. */
function portableText(text: string, found: string[]): string {
  const next = text.replaceAll(fixedPartition, "arn:${AWS::Partition}:");
  if (next !== text) found.push(text);
  return next;
}

/** JSON in which texts can hold pseudo parameters. */
function portableJson(value: Json, found: string[]): Json {
  if (typeof value === "string") return portableText(value, found);
  if (isJsonList(value)) return value.map((one) => portableJson(one, found));
  return isJsonObject(value)
    ? mapped(value, (one) => portableJson(one, found))
    : value;
}

/** JSON of a template, in which only Fn::Sub fills pseudo parameters in. */
function portableValue(value: Json, found: string[]): Json {
  if (typeof value === "string") return portableLiteral(value, found);
  if (isJsonList(value)) return value.map((one) => portableValue(one, found));
  if (!isJsonObject(value)) return value;
  const { "Fn::Sub": sub, "Fn::Join": join } = value;
  if (typeof sub === "string") return { "Fn::Sub": portableText(sub, found) };
  if (isJsonList(sub) && typeof sub[0] === "string")
    return { "Fn::Sub": [portableText(sub[0], found), ...sub.slice(1)] };
  const joined = join === undefined ? undefined : textOfJoin(join);
  if (joined !== undefined) {
    const next = portableText(joined, found);
    return next === joined ? value : { "Fn::Sub": next };
  }
  return mapped(value, (one) => portableValue(one, found));
}

function portableLiteral(text: string, found: string[]): Json {
  const next = portableText(text, found);
  return next === text || text.includes("${") ? text : { "Fn::Sub": next };
}

/** The text that a join of texts and references makes, as Fn::Sub has it. */
function textOfJoin(join: Json): string | undefined {
  if (!isJsonList(join)) return undefined;
  const [separator, parts] = join;
  if (typeof separator !== "string" || !isJsonList(parts)) return undefined;
  const texts = parts.map((part) => {
    if (typeof part === "string") return part.includes("${") ? undefined : part;
    const reference = isJsonObject(part) ? part["Ref"] : undefined;
    return typeof reference === "string" ? `\${${reference}}` : undefined;
  });
  return texts.includes(undefined) ? undefined : texts.join(separator);
}

function mapped(object: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, change(value)]),
  );
}
