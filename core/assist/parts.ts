import { hasKey } from "../kms/keys-of.ts";
import { containerOf, memberNamed, textsOf, type Member } from "./tree.ts";
import { policyMembers, templateSections } from "./words.ts";

/** A resource of a template. */
export interface NamedResource {
  readonly name: string;
  /** Empty while it has none. */
  readonly type: string;
}

/** What is known of the text around a place. */
export interface Surroundings {
  readonly text: string;
  readonly isJson: boolean;
  readonly kind: "template" | "policy" | "unknown";
  readonly parameters: () => readonly string[];
  readonly conditions: () => readonly string[];
  readonly resources: () => readonly NamedResource[];
}

/** What the text is, and the parts of it that others can name. */
export function surroundingsOf(
  text: string,
  root: Member,
  isJson: boolean,
): Surroundings {
  const top = containerOf(root);
  const section = (name: string) =>
    containerOf(memberNamed(top, name))?.members ?? [];
  const named = (name: string) =>
    section(name)
      .map((member) => member.name)
      .filter((one) => one !== "");
  return {
    text,
    isJson,
    kind: kindOf(top?.members ?? [], isJson),
    parameters: () => named("Parameters"),
    conditions: () => named("Conditions"),
    resources: () =>
      section("Resources")
        .filter(({ name }) => name !== "")
        .map((member) => ({
          name: member.name,
          type:
            textsOf(text, memberNamed(containerOf(member), "Type"))[0] ?? "",
        })),
  };
}

/** Templates and policies are told apart by the names at the top; of YAML, only templates are written. */
function kindOf(top: readonly Member[], isJson: boolean): Surroundings["kind"] {
  if (top.some(({ name }) => hasKey(templateSections, name))) return "template";
  if (top.some(({ name }) => hasKey(policyMembers, name))) return "policy";
  return isJson ? "unknown" : "template";
}
