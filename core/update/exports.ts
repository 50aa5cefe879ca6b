import type { Json } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Part } from "./compare-resources.ts";
import { canonical } from "./json-values.ts";
import type { TemplatePair } from "./pair-stacks.ts";
import type { TemplateLike } from "./update.ts";

/** An output of a stack that others may import. */
export interface Export {
  readonly logicalId: string;
  /** The name it is exported by, as a text that compares. */
  readonly name: string;
  readonly value: Json | undefined;
}

/** The exports of a template. */
export function exportsOf({ Outputs = {} }: TemplateLike): readonly Export[] {
  return Object.entries(Outputs).flatMap(([logicalId, output]) => {
    const { Export: exported, Value: value } = output;
    if (!isJsonObject(exported) || exported["Name"] === undefined) return [];
    return [{ logicalId, name: canonical(exported["Name"]), value }];
  });
}

/** The names that a template imports. */
export function importsOf(template: TemplateLike): ReadonlySet<string> {
  return new Set(importedIn({ ...template }));
}

function importedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(importedIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === "Fn::ImportValue" ? [canonical(member)] : importedIn(member),
  );
}

/**
 * The exports that change or go while another stack of the base imports them, each with the logical ID of its output.
 * Source: CloudFormation User Guide, "Get exported outputs from a deployed CloudFormation stack".
 */
export function changedExports(
  { base = {}, head = {} }: TemplatePair,
  stacks: readonly TemplatePair[],
): readonly (Part & { readonly logicalId: string })[] {
  const kept = new Map(exportsOf(head).map((one) => [one.name, one]));
  return exportsOf(base).flatMap(({ logicalId, name, value: before }) => {
    const after = kept.get(name);
    const importer = stacks.find((other) =>
      importsOf(other.base ?? {}).has(name),
    );
    if (
      importer === undefined ||
      (after !== undefined && canonical(after.value) === canonical(before))
    )
      return [];
    return [
      {
        logicalId,
        property: after === undefined ? "" : "Value",
        change:
          after === undefined ? ("removed" as const) : ("changed" as const),
        ...(before !== undefined && { before }),
        ...(after?.value !== undefined && { after: after.value }),
        effects: { cloudFormation: inUse(importer.stack) },
      },
    ];
  });
}

function inUse(importer: string) {
  return {
    impact: "fails" as const,
    reason: `CloudFormation refuses to change or remove an export while the stack ${importer} imports it: the update fails; export the new value under another name, and remove this one when nothing imports it`,
  };
}
