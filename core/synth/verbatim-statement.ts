import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import type { PolicyPrincipal, PolicyStatement } from "./policy-statement.ts";
import { distinct, literal, policyStatement } from "./policy-statement.ts";

/**
 * A statement kept as JSON, as the CDK's `PolicyStatement.fromJson` reads it.
 * What that would refuse is for `verbatimRefusals` to say; here it is left out.
 */
export function verbatimStatement(
  json: JsonObject,
  path: Path,
): PolicyStatement {
  const sid = json["Sid"];
  const condition = json["Condition"];
  return policyStatement({
    ...(typeof sid === "string" && { sid }),
    effect: json["Effect"] === "Deny" ? "Deny" : "Allow",
    actions: texts(json["Action"]),
    notActions: texts(json["NotAction"]),
    principals: principals(json["Principal"]),
    notPrincipals: principals(json["NotPrincipal"]),
    resources: texts(json["Resource"]),
    notResources: texts(json["NotResource"]),
    ...(isJsonObject(condition) && { conditions: condition }),
    origins: [path],
  });
}

function texts(value: Json | undefined): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return distinct(list.filter((member) => typeof member === "string"));
}

/** The whole `Principal` element is one principal in the CDK, equal to another with the same text. */
function principals(value: Json | undefined): readonly PolicyPrincipal[] {
  if (value === undefined || value === null || value === "") return [];
  const json: JsonObject = isJsonObject(value) ? value : { [literal]: value };
  return [
    {
      identity: `json ${JSON.stringify(json)}`,
      json: Object.fromEntries(
        Object.entries(json).map(([type, members]) => [
          type,
          Array.isArray(members) ? members : [members],
        ]),
      ),
    },
  ];
}
