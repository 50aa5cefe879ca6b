import type { Parameter } from "../../design/design.ts";
import type { Path } from "../../problem/problem.ts";
import { create, typeIn } from "./expressions.ts";
import type { OptionalProperty } from "./expressions.ts";
import type { Place } from "./place.ts";
import { optional, scopeAndId } from "./values.ts";

/** Creates a parameter of the stack. */
export function addParameter(
  parameter: Parameter,
  path: Path,
  { variables, stack, hold }: Place,
): void {
  const of = (
    property: "type" | "default" | "description" | "allowedPattern",
  ): OptionalProperty => [
    property,
    optional(parameter[property]),
    [...path, property],
  ];
  hold(
    variables.parameter(parameter, stack),
    create(typeIn("cdk", "CfnParameter"), scopeAndId(parameter, path), [
      of("type"),
      of("default"),
      of("description"),
      of("allowedPattern"),
    ]),
    [path],
  );
}
