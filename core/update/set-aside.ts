import { hasKey } from "../kms/keys-of.ts";
import type { JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import { holderOf } from "./alias-names.ts";
import { compareTemplates } from "./compare-templates.ts";
import { canonical } from "./json-values.ts";
import { freeName } from "./logical-ids.ts";
import { withEnding } from "./new-exports.ts";
import { resourceFacts } from "./property-facts.ts";
import type { Resource } from "./resource.ts";
import { isAlias, resourcesOf } from "./resource.ts";
import { isBreaking, templateOf } from "./update.ts";
import type { StackTemplate, Update } from "./update.ts";

/**
 * The templates with another name for each alias that stands in the way of the wanted ones: it holds a name that
 * another logical ID is to have, or it is to name a key of another type, to which KMS does not move it. Undefined where
 * none does. An alias that is renamed is made anew, and then it may name any key.
 */
export function withAliasesAside(
  previous: readonly StackTemplate[],
  wanted: readonly StackTemplate[],
): readonly StackTemplate[] | undefined {
  const inTheWay = compareTemplates(previous, wanted).flatMap((update) =>
    aliasInTheWay(update, previous, wanted),
  );
  if (inTheWay.length === 0) return undefined;
  return previous.map(({ stack, template }) => {
    const names = namesOf([template, templateOf(wanted, stack)]);
    const ids = new Set(
      inTheWay.flatMap((one) => (one.stack === stack ? [one.logicalId] : [])),
    );
    const resources = Object.entries(template.Resources ?? {}).map(
      ([id, json]) => [id, ids.has(id) ? renamed(json, names) : json] as const,
    );
    return {
      stack,
      template: { ...template, Resources: Object.fromEntries(resources) },
    };
  });
}

type Place = Pick<Update, "stack" | "logicalId">;

function aliasInTheWay(
  update: Update,
  previous: readonly StackTemplate[],
  wanted: readonly StackTemplate[],
): readonly Place[] {
  const { stack, logicalId } = update;
  const alias = resourcesOf(templateOf(wanted, stack)).get(logicalId);
  if (!isBreaking(update) || alias === undefined || !isAlias(alias)) return [];
  if (isTarget(alias, update)) return [{ stack, logicalId }];
  const holder = holderOf(
    alias.properties["AliasName"],
    resourcesOf(templateOf(previous, stack)),
    logicalId,
  );
  return holder === undefined ? [] : [{ stack, logicalId: holder.logicalId }];
}

function isTarget({ type }: Resource, { property }: Update): boolean {
  return (
    hasKey(resourceFacts, type) &&
    resourceFacts[type].properties[property]?.kind === "alias-target"
  );
}

function namesOf(templates: readonly StackTemplate["template"][]) {
  return new Set(
    templates.flatMap((template) =>
      [...resourcesOf(template).values()].map(({ properties }) =>
        canonical(properties["AliasName"]),
      ),
    ),
  );
}

/** The alias under a name that no other has; the one of its old name must go, or the name stays taken. */
function renamed(json: JsonObject, names: ReadonlySet<string>): JsonObject {
  const { UpdateReplacePolicy: _, Properties: properties, ...rest } = json;
  if (!isJsonObject(properties)) return json;
  const { AliasName: name = "" } = properties;
  const ending = freeName("-previous", "", (candidate) =>
    names.has(canonical(withEnding(name, candidate))),
  );
  return {
    ...rest,
    Properties: { ...properties, AliasName: withEnding(name, ending) },
  };
}
