import type { Json } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { yamlScalar } from "./yaml-scalar.ts";

/** The short form that a person would write for an intrinsic function; undefined where the long form is better. */
export function shortForm(value: Json): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0) return undefined;
  const [name, argument] = entry;
  if (name === "Ref" && typeof argument === "string")
    return `!Ref ${yamlScalar(argument)}`;
  if (name === "Fn::GetAtt") return tagged("!GetAtt", attributeText(argument));
  if (name === "Fn::Join") return tagged("!Sub", sub(argument));
  return undefined;
}

function tagged(tag: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${tag} ${yamlScalar(text)}`;
}

/** A resource and its attribute in one text, as `!GetAtt` takes them; undefined where they would be read as others. */
export function attributeText(argument: Json): string | undefined {
  if (!isJsonList(argument) || argument.length !== 2) return undefined;
  const [logicalId, attribute] = argument;
  if (typeof logicalId !== "string" || typeof attribute !== "string")
    return undefined;
  if (!/^[A-Za-z0-9]+$/.test(logicalId)) return undefined;
  return `${logicalId}.${attribute}`;
}

/** `Fn::Join` with no delimiter around texts and references reads better as `!Sub`. */
function sub(argument: Json): string | undefined {
  if (!isJsonList(argument)) return undefined;
  const [delimiter, parts] = argument;
  if (delimiter !== "" || !isJsonList(parts)) return undefined;
  const pieces = parts.map(subPiece);
  return pieces.includes(undefined) ? undefined : pieces.join("");
}

function subPiece(part: Json): string | undefined {
  if (typeof part === "string") return escapedForSub(part);
  if (!isJsonObject(part) || Object.keys(part).length !== 1) return undefined;
  const { Ref: name } = part;
  return typeof name === "string" && /^(?:AWS::)?[A-Za-z0-9]+$/.test(name)
    ? `\${${name}}`
    : undefined;
}

/** `${name}` as a text is `${!name}`; undefined where something else could be taken for the beginning of a variable. */
function escapedForSub(text: string): string | undefined {
  const rest = text.replaceAll(/\$\{[^!{}$][^{}$]*\}/g, "");
  return rest.includes("${") || text.endsWith("$")
    ? undefined
    : text.replaceAll("${", "${!");
}
