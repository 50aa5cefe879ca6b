import { printDesign } from "../design/print-design.ts";
import type { Exporter } from "./exporter.ts";

/** The design document itself. */
export const designFile: Exporter = {
  group: "Design",
  language: "JSON",
  editorLanguage: "json",
  perKey: false,
  perStack: false,
  fragment: false,
  logicalIds: false,
  needsCdk: false,
  write: ({ design }) => ({
    text: printDesign(design),
    spans: [],
    notes: [],
    fileName: `${stemOf(design.name)}.keywright.json`,
  }),
};

function stemOf(name: string): string {
  const stem = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return stem === "" ? "design" : stem;
}
