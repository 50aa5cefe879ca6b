import type { Design, Stack } from "../design/design.ts";
import { keptSections, namesIn } from "../design/kept-sections.ts";
import { membersOf } from "../synth/kept-template.ts";
import { synthesize } from "../synth/synthesize.ts";
import type { Finding } from "./rule.ts";

/**
 * What a template that was imported still names of keys and aliases that have gone from the design.
 * Source: AWS CloudFormation User Guide, "Troubleshooting CloudFormation": unresolved resource dependencies.
 */
export function lostReferences(design: Design): readonly Finding[] {
  return design.stacks.flatMap((stack, index) => ofStack(design, stack, index));
}

function ofStack(
  design: Design,
  { id, template }: Stack,
  index: number,
): readonly Finding[] {
  if (template === undefined) return [];
  const written = synthesize(design)[index]?.template.Resources ?? {};
  const lost = Object.entries(membersOf(template.rest, "Resources"))
    .filter(([name, json]) => json === null && !(name in written))
    .map(([name]) => name);
  if (lost.length === 0) return [];
  return keptSections(template).flatMap(({ name: section, members }) =>
    members.flatMap((member) => {
      const names = namesIn(member.json);
      return lost
        .filter((name) => names.has(name))
        .map((name): Finding => ({
          code: "template-reference",
          severity: "error",
          path: ["stacks", index, "template", "rest", section, member.name],
          message: `\`${member.name}\` of the template of stack \`${id}\` refers to \`${name}\`, which is not there any more`,
          help: "change it in the text of the template, or bring the key or alias back under that logical ID",
        }));
    }),
  );
}
