import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import { exportsOf, importsOf } from "./exports.ts";
import { mapMembers } from "./json-values.ts";
import { freeName, namesIn, withImports } from "./logical-ids.ts";
import { templateOf } from "./update.ts";
import type { StackTemplate, TemplateLike } from "./update.ts";

/** A key that another takes the place of. */
export interface ReplacedKey {
  readonly stack: string;
  readonly old: string;
  /** The logical ID of the new key. */
  readonly next: string;
}

/** An output that is written anew, and what it was exported as. */
interface NewExport {
  readonly stack: string;
  readonly logicalId: string;
  readonly next: string;
  readonly name: string;
  readonly nextName: Json;
}

/**
 * The head with another name for each export that names a new key and that the base imports: an export in use cannot
 * change. What imports it imports the new one.
 */
export function withNewExports(
  base: readonly StackTemplate[],
  head: readonly StackTemplate[],
  keys: readonly ReplacedKey[],
): readonly StackTemplate[] {
  const exported = head.flatMap((one) => newExports(one, base, keys));
  if (exported.length === 0) return head;
  const imports = new Map(
    exported.map(({ name, nextName }) => [name, nextName]),
  );
  return head.map(({ stack, template }) => {
    const own = exported.filter((one) => one.stack === stack);
    return {
      stack,
      template: withImportsOf(withOutputs(template, own), imports),
    };
  });
}

function newExports(
  { stack, template }: StackTemplate,
  base: readonly StackTemplate[],
  keys: readonly ReplacedKey[],
): readonly NewExport[] {
  const inUse = new Set(
    base.flatMap((other) => [...importsOf(other.template)]),
  );
  const news = keys.flatMap((key) => (key.stack === stack ? [key.next] : []));
  const taken = { ...templateOf(base, stack).Outputs, ...template.Outputs };
  return exportsOf(template).flatMap(({ logicalId, name, value }) => {
    const named = value === undefined ? new Set() : namesIn(value);
    if (!inUse.has(name) || !news.some((id) => named.has(id))) return [];
    const next = freeName(logicalId, "New", (id) => id in taken);
    const nextName = withEnding(exportName(template, logicalId), "-new");
    return [{ stack, logicalId, next, name, nextName }];
  });
}

function exportName({ Outputs = {} }: TemplateLike, logicalId: string): Json {
  const exported = Outputs[logicalId]?.["Export"];
  return (isJsonObject(exported) ? exported["Name"] : undefined) ?? "";
}

/** A name with an ending, also where a function gives it. */
export function withEnding(name: Json, ending: string): Json {
  return typeof name === "string"
    ? `${name}${ending}`
    : { "Fn::Join": ["", [name, ending]] };
}

function withOutputs(
  template: TemplateLike,
  exported: readonly NewExport[],
): TemplateLike {
  const { Outputs: outputs } = template;
  if (outputs === undefined || exported.length === 0) return template;
  const entries = Object.entries(outputs).map(([logicalId, output]) => {
    const one = exported.find((other) => other.logicalId === logicalId);
    return one === undefined
      ? ([logicalId, output] as const)
      : ([one.next, { ...output, Export: { Name: one.nextName } }] as const);
  });
  return { ...template, Outputs: Object.fromEntries(entries) };
}

function withImportsOf(
  template: TemplateLike,
  imports: ReadonlyMap<string, Json>,
): TemplateLike {
  const { Resources: resources, Outputs: outputs } = template;
  const renamed = (members: Readonly<Record<string, JsonObject>>) =>
    Object.fromEntries(
      Object.entries(members).map(([id, member]) => [
        id,
        mapMembers(member, (part) => withImports(part, imports)),
      ]),
    );
  return {
    ...template,
    ...(resources && { Resources: renamed(resources) }),
    ...(outputs && { Outputs: renamed(outputs) }),
  };
}
