import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";

/** The value is an intrinsic function of CloudFormation in its long form: an object with one name, `Ref` or `Fn::…`. */
export function isIntrinsic(value: Json | undefined): boolean {
  if (!isJsonObject(value)) return false;
  let names = 0;
  for (const name in value) {
    if (names++ > 0 || (name !== "Ref" && !name.startsWith("Fn::")))
      return false;
  }
  return names === 1;
}

/** The one value that stands for nothing: what has it is left out. */
export const noValue: JsonObject = { Ref: "AWS::NoValue" };

/** The value is `AWS::NoValue`. */
export function isNoValue(value: Json | undefined): boolean {
  return (
    isJsonObject(value) && isIntrinsic(value) && value["Ref"] === "AWS::NoValue"
  );
}

/** What pseudo parameters stand for, as people say it. */
const pseudoWords: Readonly<Record<string, string>> = {
  "AWS::AccountId": "account ID",
  "AWS::Region": "Region",
  "AWS::Partition": "partition",
  "AWS::StackId": "stack ID",
  "AWS::StackName": "stack name",
  "AWS::URLSuffix": "domain suffix",
  "AWS::NoValue": "nothing",
};

/** The names that are parameters, as far as they are known. */
type Parameters = ReadonlySet<string>;

const noParameters: Parameters = new Set();

/**
 * A value of a template in words: intrinsic functions as what they are, `account ID`, `parameter KeyAdmin` or
 * `if IsProd: a, else b`.
 */
export function intrinsicText(
  value: Json,
  parameters: Parameters = noParameters,
): string {
  const say = (one: Json) => intrinsicText(one, parameters);
  if (isJsonList(value)) return value.map(say).join(", ");
  if (!isJsonObject(value))
    return typeof value === "string" ? value : JSON.stringify(value);
  const [entry] = Object.entries(value);
  if (entry === undefined) return JSON.stringify(value);
  if (!isIntrinsic(value))
    return Object.entries(value)
      .map(([name, member]) => `${name} ${say(member)}`)
      .join(", ");
  const [name, argument] = entry;
  return (
    ofOneText(name, argument, parameters) ??
    ofList(name, argument, say) ??
    JSON.stringify(value)
  );
}

function ofOneText(
  name: string,
  argument: Json,
  parameters: Parameters,
): string | undefined {
  if (name === "Fn::ImportValue")
    return `export ${intrinsicText(argument, parameters)}`;
  if (typeof argument !== "string") return undefined;
  if (name === "Ref")
    return (
      pseudoWords[argument] ??
      (parameters.has(argument) ? `parameter ${argument}` : argument)
    );
  return name === "Fn::Sub" || name === "Fn::GetAtt" ? argument : undefined;
}

type Say = (value: Json) => string;

function ofList(name: string, argument: Json, say: Say): string | undefined {
  if (!isJsonList(argument)) return undefined;
  const [first = "", second = ""] = argument;
  switch (name) {
    case "Fn::GetAtt":
      return argument.map(say).join(".");
    case "Fn::Sub":
      return say(first);
    case "Fn::If":
      return ifText(argument, say);
    case "Fn::FindInMap":
      return `map ${argument.map(say).join(" / ")}`;
    case "Fn::Join":
      return isJsonList(second)
        ? second.map((part) => partOfJoin(part, say)).join(say(first))
        : undefined;
    case "Fn::Select":
      return `item ${say(first)} of ${say(second)}`;
    case "Fn::Split":
      return `${say(second)}, split at ${JSON.stringify(first)}`;
    default:
      return undefined;
  }
}

function ifText(argument: readonly Json[], say: Say): string {
  const [condition = "", yes = "", no = ""] = argument;
  const name = say(condition);
  if (isNoValue(no)) return `if ${name}: ${say(yes)}`;
  if (isNoValue(yes)) return `if not ${name}: ${say(no)}`;
  return `if ${name}: ${say(yes)}, else ${say(no)}`;
}

/** References inside a longer text read as `Fn::Sub` has them. */
function partOfJoin(part: Json, say: Say): string {
  if (!isJsonObject(part) || !isIntrinsic(part)) return say(part);
  const { Ref: name } = part;
  return typeof name === "string" ? `\${${name}}` : `\${${say(part)}}`;
}
