import type { DesignChange } from "./change.ts";

/** The change that changes nothing. */
export const nothing: DesignChange = { type: "batch", changes: [] };

/** A list that was there and empty is there again; one that was absent is absent again. */
export function keptList(
  list: readonly unknown[] | undefined,
): { readonly keepsList: true } | undefined {
  return list?.length === 0 ? { keepsList: true } : undefined;
}
