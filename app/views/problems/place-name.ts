import type { Design, Path } from "../../../core/index.ts";
import { labelOfPath } from "../code/label-of-path.ts";

/** A place of the design in words: the key, and the part of it. */
export function placeName(design: Design, path: Path): string {
  const label = labelOfPath(design, path);
  const [root, index] = path;
  const key =
    root === "keys" && typeof index === "number"
      ? design.keys[index]?.id
      : undefined;
  return key === undefined || key === label ? label : `${key}, ${label}`;
}
