import type { Design, KeptTemplate, Stack } from "../../design/design.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonObject } from "../../problem/json.ts";
import { membersOf } from "../../synth/kept-template.ts";
import { synthesize } from "../../synth/synthesize.ts";
import { templateJson } from "../../synth/template.ts";
import { readTemplateText } from "../../yaml/read-template-text.ts";
import type { TemplateText } from "../../yaml/read-template-text.ts";

/** What a text says of a stack. */
interface StackText {
  readonly template: JsonObject;
  readonly text: string;
  readonly language: TemplateText["language"];
}

/** The design with what the text says besides its parts, kept in the stack. */
export function editedStack(
  design: Design,
  stack: Stack,
  said: StackText,
): Design {
  const rest = restOf(design, stack, said);
  const { Description: description } = said.template;
  const isOwn = stack.description !== undefined;
  const kept = keptWith(stack.template, rest, said);
  const { template: _, description: __, ...others } = stack;
  const next: Stack = {
    ...others,
    ...(isOwn && typeof description === "string" && { description }),
    ...(kept !== undefined && { template: kept }),
  };
  return {
    ...design,
    stacks: design.stacks.map((one) => (one.id === stack.id ? next : one)),
  };
}

/** The template without what the design writes into it. */
function restOf(
  design: Design,
  stack: Stack,
  { template }: StackText,
): JsonObject {
  const written = synthesize(design).find((one) => one.stack === stack.id);
  const sectionsOfDesign = templateJson(written?.template ?? {});
  const isOwn = (section: string, name: string) =>
    name in membersOf(sectionsOfDesign, section) &&
    !isKept(stack, section, name);
  const sections = Object.entries(template).flatMap(
    ([section, members]): readonly (readonly [string, Json])[] => {
      if (section === "Description" && stack.description !== undefined)
        return [];
      if (!isJsonObject(members)) return [[section, members]];
      const own = Object.keys(members).filter((name) => isOwn(section, name));
      const left = Object.entries(members).flatMap(([name, member]) => {
        if (!own.includes(name)) return [[name, member] as const];
        return section === "Resources" ? [[name, null] as const] : [];
      });
      return left.length === 0 && own.length > 0
        ? []
        : [[section, Object.fromEntries(left)]];
    },
  );
  return Object.fromEntries(sections);
}

/** A member of a section is of the template that the stack was imported from, not of the design. */
export function isKept(
  { template }: Stack,
  section: string,
  name: string,
): boolean {
  const kept = membersOf(template?.rest ?? {}, section)[name];
  return kept !== undefined && kept !== null;
}

/** What is kept of the text; undefined where the design alone writes all of it, and nobody's comments would be lost. */
function keptWith(
  known: KeptTemplate | undefined,
  rest: JsonObject,
  { text, language }: StackText,
): KeptTemplate | undefined {
  if (known !== undefined) {
    const { source } = known;
    const isInstead = source === undefined || languageOf(source) === language;
    return { ...known, rest, ...(isInstead && { source: text }) };
  }
  const hasComments = language === "yaml" && /(?:^|\s)#/.test(text);
  return isAllOfDesign(rest) && !hasComments
    ? undefined
    : { rest, source: text };
}

function languageOf(source: string): TemplateText["language"] | undefined {
  const read = readTemplateText(source);
  return read.ok ? read.value.language : undefined;
}

function isAllOfDesign(rest: JsonObject): boolean {
  const { Resources: _, ...others } = rest;
  return (
    Object.keys(others).length === 0 &&
    Object.values(membersOf(rest, "Resources")).every((one) => one === null)
  );
}
