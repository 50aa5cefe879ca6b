import type { Assumptions } from "./design.ts";

/** The assumptions with a value for a parameter, or without one; undefined where none is left. */
export function assumeParameter(
  assumed: Assumptions | undefined,
  name: string,
  value: string | readonly string[] | undefined,
): Assumptions | undefined {
  return orNone({
    ...assumed,
    parameters: withMember(assumed?.parameters, name, value),
  });
}

/** The assumptions with a value for a condition of the template, or without one; undefined where none is left. */
export function assumeCondition(
  assumed: Assumptions | undefined,
  name: string,
  value: boolean | undefined,
): Assumptions | undefined {
  return orNone({
    ...assumed,
    conditions: withMember(assumed?.conditions, name, value),
  });
}

function withMember<Value>(
  members: Readonly<Record<string, Value>> = {},
  name: string,
  value: Value | undefined,
): Readonly<Record<string, Value>> {
  const { [name]: _, ...others } = members;
  if (value === undefined) return others;
  return { ...members, [name]: value };
}

function orNone({
  parameters = {},
  conditions = {},
}: Assumptions): Assumptions | undefined {
  const some: Assumptions = {
    ...(Object.keys(parameters).length > 0 && { parameters }),
    ...(Object.keys(conditions).length > 0 && { conditions }),
  };
  return Object.keys(some).length > 0 ? some : undefined;
}
