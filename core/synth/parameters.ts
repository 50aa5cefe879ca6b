import type { Design } from "../design/design.ts";

/** The text uses a parameter of the design. */
export function hasParameter(design: Design, text: string): boolean {
  return design.stacks.some(({ parameters }) =>
    (parameters ?? []).some(({ id }) => text.includes(`\${${id}}`)),
  );
}
