import type { Design } from "../design/design.ts";
import type { Problem } from "../problem/problem.ts";
import { membersOf } from "./kept-template.ts";
import { refusal } from "./refusal.ts";
import { builtDesign } from "./synthesize.ts";

/** Logical IDs of the design that a template which was imported has for something else. */
export function keptRefusals(design: Design): readonly Problem[] {
  return builtDesign(design).assembly.stacks.flatMap(({ stack, root }) => {
    const { template: kept } = stack;
    if (kept === undefined) return [];
    return root.withElements().flatMap(({ element, origin }) => {
      if (element === undefined) return [];
      const { section, logicalId } = element;
      const other = membersOf(kept.rest, section)[logicalId];
      if (other === undefined || other === null) return [];
      return [
        refusal("construct/logical-id-taken", origin, {
          message: `the template of stack \`${stack.id}\` has \`${logicalId}\` for something else`,
          help: "give one of them another name or logical ID",
        }),
      ];
    });
  });
}
