/** True, false, or not settled by anything AWS documents. */
export type Ternary = boolean | "unknown";

export function not(value: Ternary): Ternary {
  return value === "unknown" ? "unknown" : !value;
}

export function every(values: readonly Ternary[]): Ternary {
  if (values.includes(false)) return false;
  return values.includes("unknown") ? "unknown" : true;
}

export function some(values: readonly Ternary[]): Ternary {
  if (values.includes(true)) return true;
  return values.includes("unknown") ? "unknown" : false;
}
