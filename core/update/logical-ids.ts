import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { canonical, isIntrinsic, mapMembers } from "./json-values.ts";
import type { TemplateLike } from "./update.ts";

/** What a name in a template becomes; names that are not there stay. */
export type Names = ReadonlyMap<string, string>;

/** A `${Name}` or `${Name.Attribute}` in the text of `Fn::Sub`; `${!Name}` is text. */
const mark = /\$\{(?<id>\w+)(?<rest>\.[^}]*)?\}/g;

/** The template with logical IDs renamed, and every reference to them. */
export function withNames(template: TemplateLike, names: Names): TemplateLike {
  if (names.size === 0) return template;
  const { Resources: resources, Outputs: outputs } = template;
  return {
    ...template,
    ...(resources && {
      Resources: Object.fromEntries(
        Object.entries(resources).map(([id, resource]) => [
          names.get(id) ?? id,
          renamedMembers(resource, names),
        ]),
      ),
    }),
    ...(outputs && {
      Outputs: Object.fromEntries(
        Object.entries(outputs).map(([id, output]) => [
          id,
          renamedMembers(output, names),
        ]),
      ),
    }),
  };
}

function renamedMembers(value: JsonObject, names: Names): JsonObject {
  return mapMembers(value, (member, name) =>
    name === "DependsOn"
      ? renamedId(member, names)
      : withNamesIn(member, names),
  );
}

function renamedId(value: Json, names: Names): Json {
  if (isJsonList(value)) return value.map((member) => renamedId(member, names));
  return typeof value === "string" ? (names.get(value) ?? value) : value;
}

function withNamesIn(value: Json, names: Names): Json {
  if (isJsonList(value))
    return value.map((member) => withNamesIn(member, names));
  if (!isJsonObject(value)) return value;
  if (!isIntrinsic(value))
    return mapMembers(value, (member) => withNamesIn(member, names));
  return mapMembers(value, (member, name) => {
    if (name === "Ref") return renamedId(member, names);
    if (name === "Fn::GetAtt") return renamedAttribute(member, names);
    return name === "Fn::Sub"
      ? renamedText(member, names)
      : withNamesIn(member, names);
  });
}

function renamedAttribute(value: Json, names: Names): Json {
  if (isJsonList(value)) {
    const [id = "", ...attributes] = value;
    return [renamedId(id, names), ...attributes];
  }
  if (typeof value !== "string") return value;
  const [id = "", ...attributes] = value.split(".");
  return [names.get(id) ?? id, ...attributes].join(".");
}

function renamedText(value: Json, names: Names): Json {
  if (typeof value === "string")
    return value.replaceAll(mark, (whole, id: string, rest = "") =>
      names.has(id) ? `\${${names.get(id)}${rest}}` : whole,
    );
  if (!isJsonList(value)) return value;
  const [text = "", variables = {}] = value;
  const hidden = isJsonObject(variables) ? Object.keys(variables) : [];
  const free = new Map([...names].filter(([id]) => !hidden.includes(id)));
  return [renamedText(text, free), withNamesIn(variables, names)];
}

/** The names in a resource or an output: logical IDs, parameters and pseudo parameters. */
export function namesIn(value: Json): ReadonlySet<string> {
  return new Set(collected(value));
}

function collected(value: Json): readonly string[] {
  if (isJsonList(value)) return value.flatMap(collected);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    if (name === "Ref" || name === "DependsOn") return textsIn(member);
    if (name === "Fn::GetAtt") return textsIn(member).slice(0, 1).map(before);
    return name === "Fn::Sub" ? marksIn(member) : collected(member);
  });
}

function textsIn(value: Json): readonly string[] {
  return [value]
    .flat()
    .filter((member): member is string => typeof member === "string");
}

function before(attribute: string): string {
  return attribute.split(".")[0] ?? attribute;
}

function marksIn(value: Json): readonly string[] {
  const [text = "", variables = {}] = isJsonList(value) ? value : [value];
  if (typeof text !== "string" || !isJsonObject(variables)) return [];
  const marks = [...text.matchAll(mark)].map(({ groups }) => groups?.["id"]);
  return [
    ...marks.filter(
      (id): id is string => id !== undefined && !(id in variables),
    ),
    ...collected(variables),
  ];
}

/** A name that is not taken: the name with an ending, and a number where that is taken as well. */
export function freeName(
  name: string,
  ending: string,
  isTaken: (candidate: string) => boolean,
): string {
  const first = `${name}${ending}`;
  if (!isTaken(first)) return first;
  let number = 2;
  while (isTaken(`${first}${number}`)) number++;
  return `${first}${number}`;
}

/** The value with imports of one name made imports of another. */
export function withImports(
  value: Json,
  names: ReadonlyMap<string, Json>,
): Json {
  if (isJsonList(value))
    return value.map((member) => withImports(member, names));
  if (!isJsonObject(value)) return value;
  return mapMembers(value, (member, name) =>
    name === "Fn::ImportValue"
      ? (names.get(canonical(member)) ?? member)
      : withImports(member, names),
  );
}
