import type { Json } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { attributeText } from "./yaml-tags.ts";

/**
 * The intrinsic functions by their tag in the short form.
 * Source: AWS CloudFormation User Guide, "Intrinsic function reference" and "Rule-specific intrinsic functions".
 */
const functions: ReadonlyMap<string, string> = new Map([
  ["!Ref", "Ref"],
  ["!Condition", "Condition"],
  ...[
    "And",
    "Base64",
    "Cidr",
    "Contains",
    "EachMemberEquals",
    "EachMemberIn",
    "Equals",
    "FindInMap",
    "GetAtt",
    "GetAZs",
    "GetStackOutput",
    "If",
    "ImportValue",
    "Join",
    "Length",
    "Not",
    "Or",
    "RefAll",
    "Select",
    "Split",
    "Sub",
    "ToJsonString",
    "Transform",
    "ValueOf",
    "ValueOfAll",
  ].map((name): [string, string] => [`!${name}`, `Fn::${name}`]),
]);

const tags: ReadonlyMap<string, string> = new Map(
  [...functions].map(([tag, name]) => [name, tag]),
);

/** The long name of the function that a tag stands for. */
export function functionOf(tag: string): string | undefined {
  return functions.get(tag);
}

/** A function in its short form: its tag, and the text or the list behind it. */
export interface ShortCall {
  readonly tag: string;
  readonly argument: string | readonly Json[];
}

/** The short form that is read as exactly this value; undefined where a person would rather write the long one. */
export function shortCall(value: Json): ShortCall | undefined {
  const [[name, argument] = ["", null], ...others] = isJsonObject(value)
    ? Object.entries(value)
    : [];
  // A member of a resource is called `Condition` as well, and is no function.
  const tag = name === "Condition" ? undefined : tags.get(name);
  if (tag === undefined || others.length > 0) return undefined;
  if (name === "Fn::GetAtt") {
    const text = attributeText(argument);
    return text === undefined ? undefined : { tag, argument: text };
  }
  const isList = name !== "Ref" && isJsonList(argument) && argument.length > 0;
  return typeof argument === "string" || isList ? { tag, argument } : undefined;
}
