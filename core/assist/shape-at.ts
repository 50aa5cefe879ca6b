import { functionShape, isFunction } from "./function-shape.ts";
import { offersOf } from "./offer.ts";
import { pages } from "./meaning.ts";
import { surroundingsOf, type Surroundings } from "./parts.ts";
import type { Read } from "./place-at.ts";
import { policyShape } from "./policy-shape.ts";
import type { Level } from "./reading.ts";
import type { Shape } from "./shape.ts";
import { templateShape } from "./template-shape.ts";
import { policyMembers, templateSections } from "./words.ts";

/** What is known of a place. */
export interface ShapeAt {
  readonly around: Surroundings;
  /** Of a name, the shape of the mapping that it is in; else of the value itself. */
  readonly shape: Shape | undefined;
}

/** What can stand at the place. */
export function shapeAt({ text, root, place, isJson }: Read): ShapeAt {
  const around = surroundingsOf(text, root, isJson);
  const path = place.role === "name" ? place.levels.slice(0, -1) : place.levels;
  const last = path.at(-1);
  let shape: Shape | undefined = rootShape(around);
  for (const level of path) {
    shape = step(shape, level, around);
    // A tag that is being typed is not around itself.
    if (level === last && place.isTag) break;
    for (const name of level.member?.functions ?? [])
      shape = functionShape(name, around, shape);
  }
  return { around, shape };
}

function step(
  shape: Shape | undefined,
  { container, member, index }: Level,
  around: Surroundings,
): Shape | undefined {
  if (container.kind === "list")
    return shape?.item === undefined ? shape : shape.item(index);
  if (member === undefined) return undefined;
  return isFunction(member.name)
    ? functionShape(member.name, around, shape)
    : shape?.member?.(member.name, container);
}

const unknown = [
  ...offersOf(policyMembers, "property", pages.elements),
  ...offersOf(templateSections, "property", pages.sections),
];

function rootShape(around: Surroundings): Shape {
  if (around.kind === "template") return templateShape(around);
  const policy = policyShape({ around, isKeyPolicy: true });
  return around.kind === "policy"
    ? policy
    : { form: "mapping", names: () => unknown };
}
