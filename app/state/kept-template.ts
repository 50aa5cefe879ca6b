import type { Design, Stack } from "../../core/index.ts";
import { isJsonObject, synthesize } from "../../core/index.ts";
import { indexOfMember, memberAt } from "./members.ts";

/** The names in a section of the template that a stack was imported from. */
export function namesInTemplate(
  { stacks }: Design,
  stack: string,
  section: "Conditions" | "Resources",
): readonly string[] {
  const members = stacks.find(({ id }) => id === stack)?.template?.rest[
    section
  ];
  return isJsonObject(members) ? Object.keys(members) : [];
}

/** How many resources of a template are no parts of the design. */
export function countOfOthers({ template }: Stack): number {
  const resources = template?.rest["Resources"];
  return isJsonObject(resources)
    ? Object.values(resources).filter((one) => one !== null).length
    : 0;
}

/** The keys and separate aliases of a stack, by the logical IDs of their resources. */
export function partsByLogicalId(
  design: Design,
  stack: string,
): ReadonlyMap<string, string> {
  const index = indexOfMember(design, { list: "stacks", id: stack });
  const origins = Object.entries(synthesize(design)[index]?.origins ?? {});
  return new Map(
    origins.flatMap(([place, { resource }]) => {
      const [section, logicalId = ""] = place.split(".");
      const member = memberAt(design, resource);
      return section === "Resources" &&
        resource.length === 2 &&
        (member?.list === "keys" || member?.list === "aliases")
        ? [[logicalId, member.id] as const]
        : [];
    }),
  );
}
