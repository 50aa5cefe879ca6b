import type { JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import { compareTemplates } from "./compare-templates.ts";
import { canonical } from "./json-values.ts";
import { isBreaking, templateOf } from "./update.ts";
import type { StackTemplate, TemplateLike } from "./update.ts";

type Members = Readonly<Record<string, JsonObject>>;

/** A resource or an output. */
interface Place {
  readonly stack: string;
  readonly logicalId: string;
}

/** Both, member by member; of what both have, that of the second. */
export function overlaid(
  under: readonly StackTemplate[],
  over: readonly StackTemplate[],
): readonly StackTemplate[] {
  const stacks = new Set([...under, ...over].map(({ stack }) => stack));
  return [...stacks].map((stack) => ({
    stack,
    template: overlaidTemplate(
      templateOf(under, stack),
      templateOf(over, stack),
    ),
  }));
}

/** Parameters, mappings and conditions stay what they were where both have them: others may depend on them. */
function overlaidTemplate(
  under: TemplateLike,
  over: TemplateLike,
): TemplateLike {
  return withoutEmpty({
    ...over,
    ...under,
    Parameters: { ...over.Parameters, ...under.Parameters },
    Mappings: { ...over.Mappings, ...under.Mappings },
    Conditions: { ...over.Conditions, ...under.Conditions },
    Resources: { ...under.Resources, ...over.Resources },
    Outputs: { ...under.Outputs, ...over.Outputs },
  });
}

/** CloudFormation wants at least one member in a section that is there. */
function withoutEmpty(template: TemplateLike): TemplateLike {
  return Object.fromEntries(
    Object.entries({ ...template }).filter(
      ([, section]) =>
        !isJsonObject(section) || Object.keys(section).length > 0,
    ),
  );
}

/**
 * As much of the wanted templates as can be deployed over those before without an update that fails or loses a key.
 * Each round takes back at least one resource or output, so that it ends. What is new stays: it breaks nothing where no
 * alias is in its way.
 */
export function deployablePart(
  previous: readonly StackTemplate[],
  wanted: readonly StackTemplate[],
): readonly StackTemplate[] {
  let current = wanted;
  for (;;) {
    const refused = compareTemplates(previous, current).filter(isBreaking);
    const next = takenBack(current, previous, refused);
    if (canonical(asJson(next)) === canonical(asJson(current))) return current;
    current = next;
  }
}

function asJson(templates: readonly StackTemplate[]): JsonObject {
  return Object.fromEntries(
    templates.map(({ stack, template }) => [stack, { ...template }]),
  );
}

function takenBack(
  current: readonly StackTemplate[],
  previous: readonly StackTemplate[],
  places: readonly Place[],
): readonly StackTemplate[] {
  return current.map(({ stack, template }) => {
    const before = templateOf(previous, stack);
    const ids = new Set(
      places.flatMap((place) =>
        place.stack === stack ? [place.logicalId] : [],
      ),
    );
    return {
      stack,
      template: withoutEmpty({
        ...template,
        Resources: membersBack(template.Resources, before.Resources, ids),
        Outputs: membersBack(template.Outputs, before.Outputs, ids),
      }),
    };
  });
}

function membersBack(
  members: Members = {},
  before: Members = {},
  ids: ReadonlySet<string>,
): Members {
  return Object.fromEntries(
    Object.entries(members).map(([id, member]) => [
      id,
      ids.has(id) ? (before[id] ?? member) : member,
    ]),
  );
}
