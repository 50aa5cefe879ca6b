import { isVerbatim } from "../../design/design.ts";
import type { Statement, StructuredStatement } from "../../design/design.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonObject } from "../../problem/json.ts";
import { sameJson } from "../../problem/same-json.ts";

/** A statement of the design and the JSON that it was written as. */
export interface WrittenStatement {
  readonly statement: Statement;
  readonly json: Json | undefined;
}

/**
 * A statement that was read from an edited text, with the parts that say what they said before as the design has them:
 * the text may have written out names and parameters.
 */
export function withKeptParts(
  read: Statement,
  json: JsonObject,
  before: WrittenStatement | undefined,
): Statement {
  if (before === undefined || !isJsonObject(before.json)) return read;
  const { statement: old, json: was } = before;
  if (isVerbatim(read) || isVerbatim(old)) return read;
  const isSame = (...names: readonly string[]) =>
    names.every((name) => sameJson(was[name], json[name]));
  const isCondition = isSame("Condition");
  // Principals may bring conditions of their own, which the text cannot tell from those of the statement.
  const hasOwn = sameJson(was["Condition"], old.conditions);
  const isPrincipal =
    isSame("Principal", "NotPrincipal") && (isCondition || hasOwn);
  const { conditions, ...rest } = read;
  return {
    ...rest,
    ...(isPrincipal && isCondition
      ? parts(old, "conditions")
      : conditions !== undefined && { conditions }),
    ...(isPrincipal && parts(old, "principals", "notPrincipals")),
    ...(isSame("Resource", "NotResource") &&
      parts(old, "resources", "notResources")),
    ...(isSame("Action", "NotAction") && parts(old, "actions", "notActions")),
    ...(isSame("Sid") && parts(old, "sid")),
  };
}

function parts(
  old: StructuredStatement,
  ...names: readonly (keyof StructuredStatement)[]
): Partial<StructuredStatement> {
  return Object.fromEntries(
    names.flatMap((name) => (name in old ? [[name, old[name]]] : [])),
  );
}
