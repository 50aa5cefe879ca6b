import { existsSync, readFileSync } from "node:fs";
import * as z from "zod/mini";

import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";

const file = new URL(
  "../../../shared/corpus/kms-resources.json",
  import.meta.url,
);

const text = z.nullable(z.json());
const resources = z.array(
  z.object({
    source: z.string(),
    where: z.string(),
    logicalId: z.string(),
    type: z.string(),
    condition: text,
    deletionPolicy: text,
    updateReplacePolicy: text,
    dependsOn: text,
    properties: text,
  }),
);

/** The KMS resources of a real template, with parameters and conditions for all that they name. */
export interface CorpusTemplate {
  readonly name: string;
  readonly template: JsonObject;
}

/** Real templates, as far as they are about AWS KMS; undefined where they are not at hand. */
export function corpusTemplates(): readonly CorpusTemplate[] | undefined {
  if (!existsSync(file)) return undefined;
  const bySource = new Map<string, Record<string, JsonObject>>();
  for (const one of resources.parse(JSON.parse(readFileSync(file, "utf8")))) {
    const name = `${one.source} ${one.where}`.replaceAll(/[^a-z0-9]+/gi, "-");
    const members = bySource.get(name) ?? {};
    bySource.set(name, members);
    members[one.logicalId] = present({
      Type: one.type,
      Condition: one.condition,
      DependsOn: one.dependsOn,
      DeletionPolicy: one.deletionPolicy,
      UpdateReplacePolicy: one.updateReplacePolicy,
      Properties: one.properties,
    });
  }
  return [...bySource].map(([name, members]) => ({
    name,
    template: templateOf(members),
  }));
}

function present(members: Readonly<Record<string, Json>>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null),
  );
}

function templateOf(members: Readonly<Record<string, JsonObject>>): JsonObject {
  const names = new Set<string>();
  const conditions = new Set<string>();
  for (const member of Object.values(members))
    collect(member, names, conditions);
  const given = (all: ReadonlySet<string>, value: Json) =>
    Object.fromEntries(
      [...all]
        .filter((name) => !(name in members))
        .map((name) => [name, value]),
    );
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Parameters: given(names, { Type: "String", Default: "x" }),
    Conditions: given(conditions, { "Fn::Equals": ["a", "b"] }),
    Resources: members,
  };
}

/** The names of what a value refers to, and of the conditions in it. */
function collect(
  value: Json,
  names: Set<string>,
  conditions: Set<string>,
): void {
  if (isJsonList(value))
    for (const one of value) collect(one, names, conditions);
  if (!isJsonObject(value)) return;
  const { Ref: ref, "Fn::Sub": sub, "Fn::If": choice, Condition: own } = value;
  const [condition] = isJsonList(choice) ? choice : [];
  for (const one of [condition, own])
    if (typeof one === "string") conditions.add(one);
  if (typeof ref === "string" && !ref.startsWith("AWS::")) names.add(ref);
  if (typeof sub === "string")
    for (const [, name = ""] of sub.matchAll(/\$\{([A-Za-z0-9]+)\}/g))
      names.add(name);
  for (const one of Object.values(value)) collect(one, names, conditions);
}
