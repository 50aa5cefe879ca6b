import type { Design, KeyPolicy, Statement } from "../../design/design.ts";
import { isIntrinsic } from "../../policy/intrinsic.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import { templateStatement } from "./template-statement.ts";

/** A key policy, and the design with the principals that it names. */
export interface ReadTemplatePolicy {
  readonly policy: KeyPolicy;
  readonly design: Design;
}

/** The key policy of a resource in parts; undefined where it is no document that parts can say. */
export function templatePolicy(
  start: Design,
  value: Json | undefined,
): ReadTemplatePolicy | undefined {
  if (value === undefined)
    return { policy: { mode: "replace", statements: [] }, design: start };
  if (!isJsonObject(value)) return undefined;
  const { Version: version, Id: id, Statement: list, ...others } = value;
  const written = versionOf(version);
  const members = isJsonObject(list) && !isIntrinsic(list) ? [list] : list;
  if (
    Object.keys(others).length > 0 ||
    written === undefined ||
    !isId(id) ||
    !isJsonList(members) ||
    members.length === 0 ||
    !members.every((one) => isJsonObject(one))
  )
    return undefined;
  const { design, statements } = readStatements(start, members);
  return {
    policy: {
      mode: "replace",
      ...written,
      ...(id !== undefined && { id }),
      ...(!isJsonList(list) && { single: true }),
      statements,
    },
    design,
  };
}

function readStatements(start: Design, members: readonly JsonObject[]) {
  let design = start;
  const statements: Statement[] = [];
  for (const json of members) {
    const one = templateStatement(design, json);
    ({ design } = one);
    statements.push(one.statement);
  }
  return { design, statements };
}

function versionOf(
  version: Json | undefined,
): Pick<KeyPolicy, "version"> | undefined {
  if (version === undefined) return { version: "none" };
  if (version === "2008-10-17") return { version };
  return version === "2012-10-17" ? {} : undefined;
}

function isId(
  id: Json | undefined,
): id is NonNullable<KeyPolicy["id"]> | undefined {
  return (
    id === undefined ||
    typeof id === "string" ||
    (isJsonObject(id) && isIntrinsic(id))
  );
}
