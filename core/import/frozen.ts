import { emptyDesign } from "../design/defaults.ts";
import type { Design } from "../design/design.ts";
import { synthesize } from "../synth/synthesize.ts";
import { templateJson } from "../synth/template.ts";
import { addTemplate } from "./template/add-template.ts";

/**
 * A design of v2 that writes the very templates of a design, whatever CDK made them: each stack with its template as
 * if that had been imported. Its program changes nothing when it is deployed over them.
 */
export function frozen(design: Design): Design {
  let result: Design = { ...emptyDesign(design.name), stacks: [] };
  for (const [index, { template }] of synthesize(design).entries()) {
    const stack = design.stacks[index];
    if (stack === undefined) continue;
    const { parameters: _, outputs: __, description: ___, ...settings } = stack;
    result = addTemplate(result, settings, {
      template: templateJson(template),
    });
  }
  return result;
}
