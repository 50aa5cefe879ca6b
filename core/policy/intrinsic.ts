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

/** A value of a template in words: intrinsic functions as what they are, `account ID` or `if IsProd: a, else b`. */
export function intrinsicText(value: Json): string {
  if (isJsonList(value)) return value.map(intrinsicText).join(", ");
  if (!isJsonObject(value))
    return typeof value === "string" ? value : JSON.stringify(value);
  const [entry] = Object.entries(value);
  if (entry === undefined) return JSON.stringify(value);
  if (!isIntrinsic(value))
    return Object.entries(value)
      .map(([name, member]) => `${name} ${intrinsicText(member)}`)
      .join(", ");
  const [name, argument] = entry;
  return (
    ofOneText(name, argument) ?? ofList(name, argument) ?? JSON.stringify(value)
  );
}

function ofOneText(name: string, argument: Json): string | undefined {
  if (name === "Fn::ImportValue") return `export ${intrinsicText(argument)}`;
  if (typeof argument !== "string") return undefined;
  if (name === "Ref") return pseudoWords[argument] ?? argument;
  return name === "Fn::Sub" || name === "Fn::GetAtt" ? argument : undefined;
}

function ofList(name: string, argument: Json): string | undefined {
  if (!isJsonList(argument)) return undefined;
  const [first = "", second = "", third = ""] = argument;
  switch (name) {
    case "Fn::GetAtt":
      return argument.map(intrinsicText).join(".");
    case "Fn::Sub":
      return intrinsicText(first);
    case "Fn::If":
      return ifText(intrinsicText(first), second, third);
    case "Fn::FindInMap":
      return `map ${argument.map(intrinsicText).join(" / ")}`;
    case "Fn::Join":
      return isJsonList(second)
        ? second.map(partOfJoin).join(intrinsicText(first))
        : undefined;
    case "Fn::Select":
      return `item ${intrinsicText(first)} of ${intrinsicText(second)}`;
    case "Fn::Split":
      return `${intrinsicText(second)}, split at ${JSON.stringify(first)}`;
    default:
      return undefined;
  }
}

function ifText(condition: string, yes: Json, no: Json): string {
  if (isNoValue(no)) return `if ${condition}: ${intrinsicText(yes)}`;
  if (isNoValue(yes)) return `if not ${condition}: ${intrinsicText(no)}`;
  return `if ${condition}: ${intrinsicText(yes)}, else ${intrinsicText(no)}`;
}

/** References inside a longer text read as `Fn::Sub` has them. */
function partOfJoin(part: Json): string {
  if (!isJsonObject(part) || !isIntrinsic(part)) return intrinsicText(part);
  const { Ref: name } = part;
  return typeof name === "string"
    ? `\${${name}}`
    : `\${${intrinsicText(part)}}`;
}
