import type {
  ConditionScalar,
  Conditions,
  Intrinsic,
} from "../../core/index.ts";
import { intrinsicText } from "../../core/index.ts";

/** One comparison of a statement's conditions. */
export interface ConditionRow {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly RowValue[];
}

/** A value of a condition: itself, or a function of the template that gives it. */
export type RowValue = ConditionScalar | Intrinsic;

/** A value as the row shows it. */
export function valueText(value: RowValue): string {
  return typeof value === "object" ? intrinsicText(value) : String(value);
}

/** The row is no comparison but a function of the template, which chooses among comparisons when it is deployed. */
export function isChoice({ key }: Pick<ConditionRow, "key">): boolean {
  return key.startsWith("Fn::");
}

/** The conditions of a statement as rows, in their order. */
export function conditionRows(
  conditions: Conditions | undefined,
): readonly ConditionRow[] {
  return Object.entries(conditions ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => ({
      operator,
      key,
      values: valuesOf(value),
    })),
  );
}

/** The rows as conditions; undefined where there are none. One value stands alone, as a policy writes it. */
export function conditionsOf(
  rows: readonly ConditionRow[],
): Conditions | undefined {
  if (rows.length === 0) return undefined;
  const conditions = new Map<string, Map<string, ConditionRow["values"]>>();
  for (const { operator, key, values } of rows) {
    const keys =
      conditions.get(operator) ?? new Map<string, ConditionRow["values"]>();
    conditions.set(operator, keys.set(key, values));
  }
  return Object.fromEntries(
    [...conditions].map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        [...keys].map(([key, values]) => [key, oneOrMany(values)]),
      ),
    ]),
  );
}

/** The rows hold no operator and key twice, so that none is lost in a policy. */
export function areDistinct(rows: readonly ConditionRow[]): boolean {
  const names = new Set(rows.map(({ operator, key }) => `${operator} ${key}`));
  return names.size === rows.length;
}

function valuesOf(
  value: Conditions[string][string] | undefined,
): readonly RowValue[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList(
  value: Conditions[string][string],
): value is readonly RowValue[] {
  return Array.isArray(value);
}

function oneOrMany(values: readonly RowValue[]): Conditions[string][string] {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : values;
}
