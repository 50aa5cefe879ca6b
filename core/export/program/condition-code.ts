import type { Json } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import type { Expression, Variable } from "./expression.ts";
import {
  call,
  create,
  literal,
  self,
  staticCall,
  typeIn,
  variable,
} from "./expressions.ts";
import type { KeptMember } from "./kept-code.ts";
import type { Place } from "./place.ts";
import { rawCode } from "./text.ts";

/** The functions of conditions, and the CDK's names for them; those of lists take conditions. */
const functions: Readonly<
  Record<
    string,
    | { readonly method: string; readonly takes: "values" | "conditions" }
    | undefined
  >
> = {
  "Fn::Equals": { method: "conditionEquals", takes: "values" },
  "Fn::And": { method: "conditionAnd", takes: "conditions" },
  "Fn::Or": { method: "conditionOr", takes: "conditions" },
  "Fn::Not": { method: "conditionNot", takes: "conditions" },
};

/** The variable that holds a condition of the template. */
export function conditionVariable(
  name: string,
  { variables, stack }: Place,
): Variable {
  return variables.kept(name, typeIn("cdk", "CfnCondition"), stack.id);
}

/** Creates the conditions of a template, each after those that it is made of. */
export function addConditions(
  members: readonly KeptMember[],
  place: Place,
): void {
  const byName = new Map(members.map((one) => [one.name, one]));
  const begun = new Set<string>();
  const add = (one: KeptMember): void => {
    if (begun.has(one.name)) return;
    begun.add(one.name);
    for (const name of conditionsIn(one.json)) {
      const other = byName.get(name);
      if (other !== undefined) add(other);
    }
    addCondition(one, place);
  };
  for (const one of members) add(one);
}

/** Conditions may have names that resources have too, which constructs of one stack may not. */
function addCondition({ name, json, path }: KeptMember, place: Place): void {
  const variableOf = conditionVariable(name, place);
  place.hold(
    variableOf,
    create(
      variableOf.type,
      [self, literal(`Condition${name}`)],
      [["expression", expressionOf(json, place)]],
    ),
    [path],
  );
  place.do(call(variable(variableOf), "overrideLogicalId", [literal(name)]), [
    path,
  ]);
}

function expressionOf(json: Json, place: Place): Expression {
  const [entry] = isJsonObject(json) ? Object.entries(json) : [];
  if (entry === undefined) return rawCode(json);
  const [name, argument] = entry;
  if (name === "Condition" && typeof argument === "string")
    return variable(conditionVariable(argument, place));
  const known = functions[name];
  if (known === undefined || !isJsonList(argument)) return rawCode(json);
  const { method, takes } = known;
  return staticCall(
    typeIn("cdk", "Fn"),
    method,
    argument.map((one) =>
      takes === "values" ? rawCode(one) : expressionOf(one, place),
    ),
  );
}

/** The conditions that a condition is made of. */
function conditionsIn(json: Json): readonly string[] {
  if (isJsonList(json)) return json.flatMap(conditionsIn);
  if (!isJsonObject(json)) return [];
  return Object.entries(json).flatMap(([name, value]) =>
    name === "Condition" && typeof value === "string"
      ? [value]
      : conditionsIn(value),
  );
}
