import { newKey } from "../../design/defaults.ts";
import type {
  DefinedKey,
  Design,
  Statement,
  StructuredStatement,
} from "../../design/design.ts";
import { isNoValue } from "../../policy/intrinsic.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import { sameJson } from "../../problem/same-json.ts";
import { synthesizeKeyPolicy } from "../../synth/synthesize.ts";
import { keyAlone } from "../key-alone.ts";
import { statementOfJson } from "../../design/statement-of-json.ts";
import type { ReadStatement } from "../../design/statement-of-json.ts";
import { statementLists } from "../../design/statement-lists.ts";

/** A statement of a template's key policy: in parts where they write the same JSON, else as it is. */
export function templateStatement(
  design: Design,
  json: JsonObject,
): ReadStatement {
  const { when, json: inner } = conditional(json);
  const read = statementOfJson(design, inner, "template");
  const { statement } = read;
  if (!("verbatim" in statement)) {
    const lists = listsOfOne(inner);
    const whole: StructuredStatement = {
      ...statement,
      ...(when !== undefined && { when }),
      ...(lists.length > 0 && { lists }),
    };
    const one = { statement: whole, design: read.design };
    if (isWritten(one, json)) return one;
  }
  return { design, statement: { verbatim: json, raw: true } };
}

/** A statement that a condition of the template lets in, and that condition. */
function conditional(json: JsonObject): {
  readonly json: JsonObject;
  readonly when?: NonNullable<StructuredStatement["when"]>;
} {
  const { "Fn::If": choice } = json;
  if (!isJsonList(choice) || Object.keys(json).length > 1) return { json };
  const [condition, yes, no, ...more] = choice;
  if (typeof condition !== "string" || more.length > 0) return { json };
  if (isJsonObject(yes) && !isNoValue(yes) && isNoValue(no))
    return { json: yes, when: { condition, is: true } };
  if (isJsonObject(no) && !isNoValue(no) && isNoValue(yes))
    return { json: no, when: { condition, is: false } };
  return { json };
}

/** The elements and types of principals that are lists of one member. */
function listsOfOne(
  json: JsonObject,
): NonNullable<StructuredStatement["lists"]> {
  const { Principal: yes, NotPrincipal: no } = json;
  const places = [json, ...[yes, no].filter((one) => isJsonObject(one))];
  return statementLists.filter((name) =>
    places.some((place) => isListOfOne(place[name])),
  );
}

function isListOfOne(value: Json | undefined): boolean {
  return isJsonList(value) && value.length === 1;
}

/** The L1 construct writes the statement as the very JSON that it was read from, but for the order of names. */
function isWritten(
  {
    statement,
    design,
  }: { readonly statement: Statement; readonly design: Design },
  json: JsonObject,
): boolean {
  const key: DefinedKey = {
    ...newKey(design),
    construct: "CfnKey",
    policy: { mode: "replace", statements: [statement] },
  };
  const { document } = synthesizeKeyPolicy(keyAlone(design, key), key);
  const list = document?.["Statement"];
  return isJsonList(list) && sameJson(list[0], json);
}
