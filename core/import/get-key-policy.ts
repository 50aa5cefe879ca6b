import type { Json } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Result } from "../problem/problem.ts";
import { readKeyPolicy } from "./key-policy.ts";
import type { ReadPolicy } from "./key-policy.ts";
import { readPasted } from "./pasted-json.ts";
import type { PastedValue } from "./pasted-json.ts";

/**
 * The policy in what `aws kms get-key-policy` prints: a JSON string inside an object, or that string alone.
 * Source: AWS CLI Command Reference, kms get-key-policy; newer versions add `PolicyName`.
 */
export function readGetKeyPolicy(
  values: readonly PastedValue[],
  name: string,
): Result<ReadPolicy> | undefined {
  const [only, ...others] = values;
  const text = only === undefined ? undefined : policyText(only.value);
  if (only === undefined || text === undefined || others.length > 0)
    return undefined;
  const inner = readPasted(text);
  if (!inner.ok) return inner;
  // Places inside the string are not those of the text around it.
  const { span } = only;
  const placed = inner.value.values.map(({ value }) => ({ value, span }));
  const read = readKeyPolicy(placed, name);
  if (read === undefined || !read.ok) return read;
  const warnings = inner.value.warnings.map((problem) => ({
    ...problem,
    span,
  }));
  return {
    ...read,
    value: { ...read.value, warnings: [...warnings, ...read.value.warnings] },
  };
}

function policyText(value: Json): string | undefined {
  const text = isJsonObject(value) ? value["Policy"] : value;
  return typeof text === "string" ? text : undefined;
}
