import { newKey } from "../design/defaults.ts";
import type { DefinedKey } from "../design/design.ts";
import { hasKey } from "../kms/keys-of.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { sameJson } from "../problem/same-json.ts";
import { resolveJson } from "../synth/resolve-text.ts";
import { synthesizeKeyPolicy } from "../synth/synthesize.ts";
import { keyAlone } from "./key-alone.ts";
import { listElements } from "../design/statement-of-json.ts";
import type { ReadStatement } from "../design/statement-of-json.ts";

/** The statement is written as the JSON that it was read from, but for members that were repeated and lists of one. */
export function writesTheSame(
  { statement, design }: ReadStatement,
  json: JsonObject,
): boolean {
  const key: DefinedKey = {
    ...newKey(design),
    policy: { mode: "replace", minimize: false, statements: [statement] },
  };
  const { document } = synthesizeKeyPolicy(keyAlone(design, key), key);
  const list = document?.["Statement"];
  const written = isJsonList(list) ? list[0] : list;
  return sameStatement(written, resolveJson(json));
}

/** The statements say the same: members that are repeated, lists of one and the order of names do not count. */
export function sameStatement(
  a: Json | undefined,
  b: Json | undefined,
): boolean {
  return sameJson(comparable(a), comparable(b));
}

/** A statement with lists as sets, and sets of one as their members, where the policy language takes both. */
function comparable(value: Json | undefined): Json | undefined {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (hasKey(listElements, name)) return [name, single(member)];
      const isPrincipal = name === "Principal" || name === "NotPrincipal";
      return [name, isPrincipal ? singles(member) : member];
    }),
  );
}

function singles(value: Json): Json {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([type, member]) => [type, single(member)]),
  );
}

function single(value: Json): Json {
  if (!isJsonList(value)) return value;
  const members = [...new Set(value)];
  const [first] = members;
  return members.length === 1 && first !== undefined ? first : members;
}
