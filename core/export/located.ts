import type { Path } from "../problem/problem.ts";

/** A place in a JSON value: names and positions from the root. */
export type Place = readonly (string | number)[];

/** Says which parts of the design the value at a place came from. */
export type OriginsAt = (place: Place) => readonly Path[];
