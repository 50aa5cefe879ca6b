import type { Path } from "../../problem/problem.ts";
import { isJsonObject } from "../../problem/json.ts";
import { membersOf } from "../../synth/kept-template.ts";
import { conditionVariable } from "./condition-code.ts";
import {
  call,
  create,
  literal,
  self,
  typeIn,
  variable,
} from "./expressions.ts";
import type { Included } from "./included.ts";
import type { Place } from "./place.ts";

/** Includes what is kept of a template from its file; what the code names of it is taken from there. */
export function addIncluded(
  { fileName, template }: Included,
  path: Path,
  place: Place,
): void {
  const type = typeIn("cfn_inc", "CfnInclude");
  const included = place.variables.kept("template", type, place.stack.id);
  place.say("All of the template that needs none of the resources below.");
  place.hold(
    included,
    create(
      type,
      [self, literal(freeId(place))],
      [["templateFile", literal(fileName)]],
    ),
    [path],
  );
  const take = (method: string, name: string) =>
    call(variable(included), method, [literal(name)]);
  for (const name of namesOf("Parameters"))
    place.holdIfUsed(
      place.variables.parameter({ id: name }, place.stack),
      take("getParameter", name),
      [[...path, "rest", "Parameters", name]],
    );
  for (const name of namesOf("Conditions"))
    place.holdIfUsed(
      conditionVariable(name, place),
      take("getCondition", name),
      [[...path, "rest", "Conditions", name]],
    );

  function namesOf(section: string): readonly string[] {
    return Object.entries(membersOf(template, section)).flatMap(
      ([name, member]) => (isJsonObject(member) ? [name] : []),
    );
  }
}

/** A construct ID that nothing else in the stack has. */
function freeId({ design, stack }: Place): string {
  const taken = new Set([
    ...design.keys.map(({ id }) => id),
    ...(design.aliases ?? []).map(({ id }) => id),
    ...Object.keys(membersOf(stack.template?.rest ?? {}, "Resources")),
  ]);
  let id = "Template";
  while (taken.has(id)) id += "Rest";
  return id;
}
