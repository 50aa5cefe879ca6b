import {
  exportDesign,
  type Design,
  type ExportOptions,
  type ExportTarget,
} from "../core/index.ts";

/** What core writes for a design; the page must show the same. */
export function textOf(
  design: Design,
  target: ExportTarget,
  options: ExportOptions = {},
): string {
  const exported = exportDesign(design, target, options);
  if (exported.ok) return exported.value.text;
  throw new Error(exported.problems.map(({ message }) => message).join("; "));
}
