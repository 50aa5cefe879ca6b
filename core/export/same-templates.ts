import type { Design } from "../design/design.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { synthesize } from "../synth/synthesize.ts";

/** Whether two designs have the same templates, text for text; one that the CDK refuses has none. */
export function sameTemplates(a: Design, b: Design): boolean {
  return (
    cdkRefusals(a).length === 0 &&
    cdkRefusals(b).length === 0 &&
    templatesOf(a) === templatesOf(b)
  );
}

function templatesOf(design: Design): string {
  return JSON.stringify(synthesize(design).map(({ template }) => template));
}
