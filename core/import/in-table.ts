import { hasKey } from "../kms/keys-of.ts";
import type { Json } from "../problem/json.ts";

/** The value is the name of a row of the table. */
export function isIn<Row extends string>(
  table: Readonly<Record<Row, unknown>>,
  value: Json | undefined,
): value is Row {
  return typeof value === "string" && hasKey(table, value);
}
