import { actionForm } from "../policy/action-form.ts";
import { statementElements } from "../policy/elements.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { refusal } from "./refusal.ts";

/** What `PolicyStatement.fromJson` refuses or would lose of a statement kept as JSON. */
export function verbatimRefusals(
  json: JsonObject,
  path: Path,
): readonly Problem[] {
  return [
    ...unknownElements(json, path),
    ...listRefusals(json, path),
    ...missingElements(json, path),
    ...valueRefusals(json, path),
  ];
}

function unknownElements(json: JsonObject, path: Path): readonly Problem[] {
  return Object.keys(json)
    .filter((name) => !statementElements.has(name))
    .map((name) =>
      refusal("statement/unknown-element", [...path, name], {
        message: `\`${name}\` is not an element of a statement`,
        help: "remove it, or check its spelling and case",
      }),
    );
}

const pairs = [
  ["Action", "NotAction"],
  ["Principal", "NotPrincipal"],
  ["Resource", "NotResource"],
] as const;

function missingElements(json: JsonObject, path: Path): readonly Problem[] {
  return pairs.flatMap(([name, not]) => {
    if (isPresent(json[name]) !== isPresent(json[not])) return [];
    const both = isPresent(json[name]);
    return [
      refusal(
        both ? "statement/both-elements" : "statement/missing-element",
        path,
        {
          message: `the statement has ${both ? "both" : "neither"} \`${name}\` ${both ? "and" : "nor"} \`${not}\``,
          help: both ? "keep one of the two" : `add \`${name}\``,
        },
      ),
    ];
  });
}

function isPresent(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === "") return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}

function listRefusals(json: JsonObject, path: Path): readonly Problem[] {
  return (["Action", "NotAction", "Resource", "NotResource"] as const).flatMap(
    (name) => {
      const value = json[name] ?? [];
      const members = Array.isArray(value) ? value : [value];
      const fits = members.every(
        (member) =>
          typeof member === "string" &&
          (!name.endsWith("Action") || actionForm.test(member)),
      );
      return fits
        ? []
        : [
            refusal("statement/element-form", [...path, name], {
              message: `\`${name}\` must be a text or a list of texts, actions with their service`,
              help: "write it in that form",
            }),
          ];
    },
  );
}

function valueRefusals(json: JsonObject, path: Path): readonly Problem[] {
  const forms: readonly [string, boolean, string][] = [
    ["Sid", isTextOrAbsent(json["Sid"]), "a text"],
    [
      "Effect",
      [undefined, "Allow", "Deny"].some((effect) => effect === json["Effect"]),
      "`Allow` or `Deny`",
    ],
    ["Principal", isPrincipal(json["Principal"]), '`"*"` or an object'],
    ["NotPrincipal", isPrincipal(json["NotPrincipal"]), '`"*"` or an object'],
    ["Condition", isCondition(json["Condition"]), "operators with their keys"],
  ];
  return forms.flatMap(([name, fits, form]) =>
    fits
      ? []
      : [
          refusal("statement/element-form", [...path, name], {
            message: `\`${name}\` must be ${form}`,
            help: "write it in that form",
          }),
        ],
  );
}

function isTextOrAbsent(value: Json | undefined): boolean {
  return value === undefined || typeof value === "string";
}

function isPrincipal(value: Json | undefined): boolean {
  if (value === undefined || value === "*") return true;
  if (!isJsonObject(value)) return false;
  return Object.values(value).every((members) =>
    (Array.isArray(members) ? members : [members]).every(
      (member) => typeof member === "string" || isJsonObject(member),
    ),
  );
}

function isCondition(value: Json | undefined): boolean {
  if (value === undefined) return true;
  return (
    isJsonObject(value) &&
    Object.values(value).every(
      (keys) =>
        isJsonObject(keys) &&
        Object.values(keys).every((member) => member !== null),
    )
  );
}
