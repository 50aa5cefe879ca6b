import { editTemplateText } from "../yaml/edit-template-text.ts";
import { readTemplateText } from "../yaml/read-template-text.ts";

/** Reads templates in YAML or JSON and edits them in place; heavy, so exporters are handed it. */
export const templateTexts = {
  read: readTemplateText,
  edit: editTemplateText,
} as const;
