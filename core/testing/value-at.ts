import type { Path } from "../problem/problem.ts";

/** The member of a value of which nothing is known; undefined where there is none. */
export function memberOf(value: unknown, name: string | number): unknown {
  return typeof value === "object" && value !== null
    ? Reflect.get(value, name)
    : undefined;
}

/** What stands at a path of a value of which nothing is known. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(memberOf, value);
}
