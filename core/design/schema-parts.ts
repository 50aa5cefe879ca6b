import * as z from "zod/mini";

import { keysOf } from "../kms/keys-of.ts";

// Without this zod probes `new Function`, which the page's security policy reports as a violation.
z.config({ jitless: true });

/** Any text. */
export const text = z.string();

/** A text with at least one character. */
export const name = z.string().check(z.minLength(1));

/** Texts in a list. */
export const texts = z.array(text);

/** Tags in a list. */
export const tags = z.array(z.strictObject({ key: text, value: text }));

/** What conditions compare with. */
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A JSON object. */
export const jsonObject = z.record(z.string(), z.json());

/** An intrinsic function of CloudFormation. */
export const intrinsic = z.record(z.string(), z.json());

/** Operator, then condition key, then value or values. */
export const conditions = described(
  z.record(
    z.string(),
    z.record(
      z.string(),
      z.union([scalar, intrinsic, z.array(z.union([scalar, intrinsic]))]),
    ),
  ),
  "operator, condition key, value or values",
);

/** The schema with a sentence about it for the published JSON Schema. */
export function described<T extends z.ZodMiniType>(
  schema: T,
  description: string,
): T {
  z.globalRegistry.add(schema, { description });
  return schema;
}

/** A text of a form, and the words for what is expected. */
export function formed(form: RegExp, words: string) {
  return z.string().check(z.regex(form, { error: words }));
}

/** A property that may be absent, but not undefined, with a sentence about it. */
export function optional<T extends z.ZodMiniType>(
  schema: T,
  description: string,
) {
  return z.exactOptional(described(schema, description));
}

/** The `id` of something of the design. */
export function idOf(what: string) {
  return described(z.string().check(z.minLength(1)), `id of ${what}`);
}

/** `id`s of principals of the design. */
export function principalIds() {
  return described(z.array(name), "ids of principals of this design");
}

/** An optional true or false for each row of a table. */
export function switches<Table extends object>(table: Table) {
  const shape: Partial<Record<Extract<keyof Table, string>, Switch>> = {};
  for (const row of keysOf(table)) shape[row] = z.exactOptional(z.boolean());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the loop has set every row of the table
  return shape as Record<Extract<keyof Table, string>, Switch>;
}

type Switch = z.ZodMiniExactOptional<z.ZodMiniBoolean>;
