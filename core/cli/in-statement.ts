import { isJsonObject, isJsonList, principalText } from "../index.ts";
import type { Design, Json, Path } from "../index.ts";
import { jsonAt, pathToText } from "./json-at.ts";

/** What a policy calls the parts of a statement. */
const elements: ReadonlyMap<string | number | undefined, string> = new Map([
  ["sid", "Sid"],
  ["effect", "Effect"],
  ["principals", "Principal"],
  ["notPrincipals", "NotPrincipal"],
  ["actions", "Action"],
  ["notActions", "NotAction"],
  ["resources", "Resource"],
  ["notResources", "NotResource"],
  ["conditions", "Condition"],
]);

/** A statement as it is written in a file, and what a part of it is in the design. */
interface AskedPart {
  readonly json: Json | undefined;
  /** The path of the part below the statement of the design. */
  readonly path: Path;
  /** The text that stands there in the design. */
  readonly text: string | undefined;
}

/** The path of a part of a statement where it is written, or of the nearest one around it. */
export function pathInStatement({ json, path, text }: AskedPart): Path {
  const within = insideIf(json);
  const statement = jsonAt(json, within);
  const [part, ...rest] = path;
  if (part === "verbatim") return [...within, ...rest];
  const name = elements.get(part);
  if (name === undefined) return within;
  const element = jsonAt(statement, [name]);
  const deeper =
    part === "conditions" ? rest : pathOfText(element, rest.length, text);
  return [...within, name, ...deeper];
}

/** The way to the statement where only a condition of the template decides whether it is there. */
function insideIf(json: Json | undefined): Path {
  const branches = jsonAt(json, ["Fn::If"]);
  if (!isJsonList(branches)) return [];
  const index = branches.findIndex(
    (branch) => isJsonObject(branch) && "Effect" in branch,
  );
  return index < 0 ? [] : ["Fn::If", index, ...insideIf(branches[index])];
}

/** Lists may be in another order than in the design, so what is meant is found by its text. */
function pathOfText(
  element: Json | undefined,
  depth: number,
  text: string | undefined,
): Path {
  if (depth === 0 || text === undefined) return [];
  return (
    pathToText(element, (one) => one === text) ??
    pathToText(element, (one) => one.includes(text)) ??
    []
  );
}

/** The text at a place of a design; of a principal, what names it outside of the design. */
export function textInDesign(design: Design, path: Path): string | undefined {
  let value: unknown = design;
  for (const name of path)
    value =
      typeof value === "object" && value !== null
        ? Reflect.get(value, name)
        : undefined;
  if (typeof value !== "string") return undefined;
  const list = path.at(-2);
  if (list !== "principals" && list !== "notPrincipals") return value;
  const principal = design.principals.find(({ id }) => id === value);
  return principal && principalText(principal);
}
