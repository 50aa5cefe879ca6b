import { isJsonObject } from "../problem/json.ts";
import type { Json } from "../problem/json.ts";
import type { Design, Parameter, Stack } from "./design.ts";

/** A parameter that texts of a design may use, and the stack that has it. */
export interface UsableParameter {
  readonly parameter: Parameter;
  readonly stack: Stack;
  /** It stands in a template that was imported. */
  readonly isKept: boolean;
}

/**
 * The parameters that texts use as `${id}`: those of the design, and of templates that were imported those that are
 * one text and whose name only one stack has.
 */
export function usableParameters({
  stacks,
}: Pick<Design, "stacks">): readonly UsableParameter[] {
  const own = stacks.flatMap((stack) =>
    (stack.parameters ?? []).map((parameter) => ({
      parameter,
      stack,
      isKept: false,
    })),
  );
  if (stacks.every(({ template }) => template === undefined)) return own;
  const all = [...own, ...stacks.flatMap(keptParameters)];
  const counts = new Map<string, number>();
  for (const { parameter } of all)
    counts.set(parameter.id, (counts.get(parameter.id) ?? 0) + 1);
  return all.filter(
    ({ parameter, isKept }) => !isKept || counts.get(parameter.id) === 1,
  );
}

function keptParameters(stack: Stack): readonly UsableParameter[] {
  const parameters = stack.template?.rest["Parameters"];
  if (!isJsonObject(parameters)) return [];
  return Object.entries(parameters).flatMap(([id, json]) => {
    if (!isJsonObject(json) || !isOneText(json["Type"])) return [];
    const { Default: value } = json;
    return [
      {
        parameter: {
          id,
          ...(typeof value === "string" && { default: value }),
        },
        stack,
        isKept: true,
      },
    ];
  });
}

/** The values of such a parameter are one text. A list of texts cannot stand inside a text. */
export function isOneText(type: Json | undefined): boolean {
  return typeof type === "string" && !/List\b/.test(type);
}

/** The names of all parameters of a design, those of templates that were imported included. */
export function parameterNames({
  stacks,
}: Pick<Design, "stacks">): ReadonlySet<string> {
  return new Set(
    stacks.flatMap(({ parameters = [], template }) => {
      const kept = template?.rest["Parameters"];
      return [
        ...parameters.map(({ id }) => id),
        ...(isJsonObject(kept) ? Object.keys(kept) : []),
      ];
    }),
  );
}
