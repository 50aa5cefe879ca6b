import type { Design, KeptTemplate, Stack } from "../../design/design.ts";
import { isOwned } from "../../design/design.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonObject } from "../../problem/json.ts";
import { sameJson } from "../../problem/same-json.ts";
import { membersOf } from "../../synth/kept-template.ts";
import { needsL1 } from "../../synth/refuse-as-written.ts";
import { synthesize } from "../../synth/synthesize.ts";
import { Draft, isKmsResource, kmsTypes } from "./draft.ts";
import type { KmsResource } from "./draft.ts";
import { overridesFor } from "./found-overrides.ts";

/**
 * The design with a stack for a template: its keys, replicas and aliases as parts of the design, everything else kept.
 * What is synthesised for the stack is the template, whatever was in it.
 */
export function addTemplate(
  design: Design,
  stack: Stack,
  {
    template,
    ...text
  }: { readonly template: JsonObject } & Omit<KeptTemplate, "rest">,
): Design {
  const rest = withPlaces(template);
  const start: Design = {
    ...design,
    stacks: [...design.stacks, { ...stack, template: { rest, ...text } }],
  };
  return withResources(start, stack.id, membersOf(template, "Resources"));
}

/** The design with the KMS resources among these as parts of a stack that is there, next to the keys that it has. */
export function withResources(
  design: Design,
  stack: string,
  resources: JsonObject,
): Design {
  const found = kmsResources(resources);
  const known = keysIn(design, stack);
  const begin = () => new Draft(design, stack, known);
  return overridden(settled(begin, stack, found), stack, found);
}

/** The ids of the keys that a stack creates, by logical ID. */
export function keysIn(
  design: Design,
  stack: string,
): ReadonlyMap<string, string> {
  const written = synthesize(design).find((one) => one.stack === stack);
  return new Map(
    Object.entries(written?.origins ?? {}).flatMap(([name, { resource }]) => {
      const [list, index, ...deeper] = resource;
      const key =
        list === "keys" && deeper.length === 0
          ? design.keys[Number(index)]
          : undefined;
      return key === undefined
        ? []
        : [[name.slice("Resources.".length), key.id] as const];
    }),
  );
}

/**
 * The resources as constructs of the CDK, each the one that people write (`Key`, `Alias`) where that writes the very
 * resource, else the L1. Aliases and replicas depend on their keys, so what fails is set aside until nothing does.
 */
function settled(
  begin: () => Draft,
  stack: string,
  resources: readonly KmsResource[],
): Draft {
  let tried = resources;
  for (;;) {
    const draft = begin();
    draft.add(tried);
    const written = writtenIn(draft.design, stack);
    const next = tried.map((one) =>
      one.isL2 && !isL2Fit(draft, one, written[one.logicalId])
        ? { ...one, isL2: false }
        : one,
    );
    if (next.every((one, index) => one === tried[index])) return draft;
    tried = next;
  }
}

/** The attributes that the CDK's own constructs write themselves; the others can be set on them. */
const constructs = ["Properties", "DeletionPolicy", "UpdateReplacePolicy"];

function isL2Fit(
  { design, places }: Draft,
  { logicalId, json }: KmsResource,
  written: Json | undefined,
): boolean {
  const id = places.get(logicalId)?.id;
  const key = design.keys.find((one) => one.id === id);
  if (key !== undefined && isOwned(key) && needsL1(design, key)) return false;
  return (
    isJsonObject(written) &&
    constructs.every((name) => sameJson(written[name], json[name]))
  );
}

/** The resources that become parts of a design. */
function kmsResources(resources: JsonObject): readonly KmsResource[] {
  return Object.entries(resources).flatMap(([logicalId, json]) => {
    if (!isKmsResource(json)) return [];
    const isL2 = json["Type"] !== kmsTypes.replica;
    return [{ logicalId, json, isL2 }];
  });
}

/** The template with `null` in place of the resources that become parts of a design. */
function withPlaces(template: JsonObject): JsonObject {
  const { Resources: resources } = template;
  if (!isJsonObject(resources)) return template;
  return {
    ...template,
    Resources: Object.fromEntries(
      Object.entries(resources).map(([name, json]) => [
        name,
        isKmsResource(json) ? null : json,
      ]),
    ),
  };
}

function writtenIn(design: Design, stack: string): JsonObject {
  const written = synthesize(design).find((one) => one.stack === stack);
  return { ...written?.template.Resources };
}

/** What the settings cannot say is written in place of what they say. */
function overridden(
  { design, places }: Draft,
  stack: string,
  resources: readonly KmsResource[],
): Design {
  const written = writtenIn(design, stack);
  const byId = {
    keys: new Map<string, Json>(),
    aliases: new Map<string, Json>(),
  };
  for (const { logicalId, json } of resources) {
    const place = places.get(logicalId);
    const own = written[logicalId];
    const overrides = overridesFor(isJsonObject(own) ? own : {}, json);
    if (place !== undefined && overrides !== undefined)
      byId[place.list].set(place.id, overrides);
  }
  const { aliases } = design;
  return {
    ...design,
    keys: design.keys.map((key) => withOverridesOf(key, byId.keys.get(key.id))),
    ...(aliases && {
      aliases: aliases.map((alias) =>
        withOverridesOf(alias, byId.aliases.get(alias.id)),
      ),
    }),
  };
}

function withOverridesOf<T extends object>(
  part: T,
  overrides: Json | undefined,
): T {
  return overrides === undefined ? part : { ...part, overrides };
}
