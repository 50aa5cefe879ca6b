import { isJsonList, startsWithPath } from "../index.ts";
import type { Design, Json, Path, SynthesizedStack } from "../index.ts";
import { jsonAt } from "./json-at.ts";
import { pathInStatement, textInDesign } from "./in-statement.ts";

/** Where the parts of a resource came from. */
type ResourceOrigins = SynthesizedStack["origins"][string];

/** A place in the template of a stack. */
export interface TemplatePlace {
  /** The index of the stack. */
  readonly stack: number;
  /** Names and positions from the root of the template. */
  readonly path: Path;
}

/** A part of a template that a part of the design wrote. */
interface Written extends TemplatePlace {
  /** The part of the design. */
  readonly from: Path;
  readonly isStatement: boolean;
  /** What stands there. */
  readonly json: Json | undefined;
}

/** Every part of the templates of a design that a part of the design wrote. */
export function writtenParts(
  stacks: readonly SynthesizedStack[],
): readonly Written[] {
  return stacks.flatMap(writtenIn);
}

/**
 * The place that a part of a design, or the nearest part around it, has in the templates of the design: exporting
 * asks where a place came from, this asks the other way round.
 */
export function placeInTemplates(
  design: Design,
  parts: readonly Written[],
  path: Path,
): TemplatePlace | undefined {
  let nearest: Written | undefined;
  for (const part of parts)
    if (
      part.from.length > (nearest?.from.length ?? 0) &&
      startsWithPath(path, part.from)
    )
      nearest = part;
  if (nearest === undefined) return undefined;
  const { stack, path: place, from, isStatement, json } = nearest;
  const rest = path.slice(from.length);
  const deeper = isStatement
    ? pathInStatement({ json, path: rest, text: textInDesign(design, path) })
    : pathBelow(json, rest);
  return { stack, path: [...place, ...deeper] };
}

function writtenIn(
  { origins, template }: SynthesizedStack,
  stack: number,
): readonly Written[] {
  return Object.entries(origins).flatMap(([name, origin]) => {
    const [section = "", ...words] = name.split(".");
    const logicalId = words.join(".");
    const whole = jsonAt(template[section], [logicalId]);
    return partsOf(origin, whole).map(({ path, ...part }) => ({
      ...part,
      stack,
      path: [section, logicalId, ...path],
      json: jsonAt(whole, path),
    }));
  });
}

/** A resource and the parts of it that came from a part of the design of their own. */
function partsOf(
  { resource, parts, policy = "", statements }: ResourceOrigins,
  json: Json | undefined,
): readonly Omit<Written, "stack" | "json">[] {
  const list = ["Properties", policy, "Statement"];
  const isList = isJsonList(jsonAt(json, list));
  return [
    { path: [], from: resource, isStatement: false },
    ...Object.entries(parts).flatMap(([part, property]) =>
      [[part], ["Properties", part]]
        .filter((path) => jsonAt(json, path) !== undefined)
        .map((path) => ({
          path,
          from: [...resource, property],
          isStatement: false,
        })),
    ),
    ...statements.flatMap((paths, index) =>
      paths.map((from) => ({
        path: isList ? [...list, index] : list,
        from,
        isStatement: true,
      })),
    ),
  ];
}

/** The path of the rest of a place as CloudFormation writes names, as far as there is such a part. */
function pathBelow(json: Json | undefined, path: Path): Path {
  const [name, ...rest] = path;
  if (name === undefined) return [];
  const names = typeof name === "number" ? [[name]] : namesOf(name);
  const found = names.find((one) => jsonAt(json, one) !== undefined);
  return found === undefined
    ? []
    : [...found, ...pathBelow(jsonAt(json, found), rest)];
}

function namesOf(name: string): readonly Path[] {
  const capital = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  return [
    [name],
    [capital],
    ["Properties", capital],
    ...(name === "name" ? [["Properties", "AliasName"]] : []),
  ];
}
