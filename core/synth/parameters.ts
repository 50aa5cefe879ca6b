import type { Design } from "../design/design.ts";
import { usableParameters } from "../design/parameters.ts";

/** The text uses a parameter of the design. */
export function hasParameter(design: Design, text: string): boolean {
  return (
    text.includes("${") &&
    usableParameters(design).some(({ parameter }) =>
      text.includes(`\${${parameter.id}}`),
    )
  );
}
