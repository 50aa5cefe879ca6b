import type { Design } from "../design/design.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { refusal } from "./refusal.ts";
import { hasMark } from "./resolve-text.ts";

/** Texts that the CDK would take for tokens of its own. */
export function tokenTextRefusals(design: Design): readonly Problem[] {
  if (!hasMark(JSON.stringify(design))) return [];
  return walk(design, []);
}

function walk(value: unknown, path: Path): readonly Problem[] {
  if (typeof value === "string")
    return hasMark(value)
      ? [
          refusal("text/token", path, {
            message:
              "the text holds `${Token[`, which the CDK takes for one of its own marks",
            help: "write it otherwise",
          }),
        ]
      : [];
  if (Array.isArray(value))
    return value.flatMap((member, index) => walk(member, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    walk(member, [...path, name]),
  );
}
