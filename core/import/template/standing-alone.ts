import type { KeptTemplate } from "../../design/design.ts";
import type { FoundTemplate } from "./find-templates.ts";

/**
 * The text of a template, and where the template stands in it. Resources that stand without their section get it, so
 * that the text is a template.
 */
export function standingAlone(
  { within, form }: FoundTemplate,
  text: string,
): Omit<KeptTemplate, "rest"> {
  if (form === "template")
    return { source: text, ...(within.length > 0 && { within }) };
  // A JSON text, or one in the flow style, has no lines of its own to move.
  if (form === "resource" || within.length > 0 || /^\s*[{[]/.test(text))
    return {};
  const indented = text.replaceAll(/^(?=[^\r\n])/gm, "  ");
  return { source: `Resources:\n${indented}` };
}
