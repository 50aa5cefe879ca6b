import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { memberAt, objectsIn } from "./json-members.ts";

/** A resource or data source of Terraform, with what is known of its values. */
export interface TerraformResource {
  /** Such as `module.app.aws_kms_key.this["a"]`. */
  readonly address: string;
  /** The address of the module without the keys of its instances; empty for the root. */
  readonly module: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly values: JsonObject;
  /** What the configuration says an argument is made of, such as `aws_kms_key.this.key_id`. */
  readonly references: (argument: string) => readonly string[];
}

/**
 * The resources in the output of `terraform show -json` for a plan or a state, or in a state file; undefined where the
 * value is neither.
 *
 * Source: Terraform documentation, "JSON Output Format"; state file version 4.
 */
export function terraformResources(
  value: Json,
): readonly TerraformResource[] | undefined {
  if (!isJsonObject(value)) return undefined;
  if (value["version"] === 4 && isJsonList(value["resources"]))
    return stateFile(value["resources"]);
  const planned = moduleAt(value, "planned_values", "root_module");
  const known = moduleAt(value, "values", "root_module");
  const root = planned ?? known;
  if (root === undefined || !("format_version" in value)) return undefined;
  const prior = moduleAt(value, "prior_state", "values", "root_module");
  const references = referencesIn(
    moduleAt(value, "configuration", "root_module"),
  );
  const all = [root, ...(prior === undefined ? [] : [prior])].flatMap(
    (module) => inModule(module, references),
  );
  // A plan has data sources in its prior state, and beside them what its planned values have already.
  return [
    ...new Map(
      all.toReversed().map((resource) => [resource.address, resource]),
    ).values(),
  ].toReversed();
}

/** The expressions of the configuration by the address of their resource without keys, then by argument. */
type References = ReadonlyMap<string, JsonObject>;

function inModule(
  module: JsonObject,
  references: References,
): readonly TerraformResource[] {
  const { address = "" } = module;
  const own = objectsIn(module["resources"]).flatMap((json) =>
    resourceOf(json, withoutKeys(textOf(address)), references),
  );
  const children = objectsIn(module["child_modules"]);
  return [...own, ...children.flatMap((child) => inModule(child, references))];
}

function resourceOf(
  { address, mode, type, name, values }: JsonObject,
  module: string,
  references: References,
): readonly TerraformResource[] {
  if (typeof type !== "string" || typeof name !== "string") return [];
  const expressions = references.get(joined(module, type, name)) ?? {};
  return [
    {
      address: typeof address === "string" ? address : `${type}.${name}`,
      module,
      mode: mode === "data" ? "data" : "managed",
      type,
      name,
      values: isJsonObject(values) ? values : {},
      references: (argument) => referencesOf(expressions[argument]),
    },
  ];
}

/** The `references` anywhere in an expression: those of nested blocks too. */
function referencesOf(expression: Json | undefined): readonly string[] {
  if (isJsonList(expression)) return expression.flatMap(referencesOf);
  if (!isJsonObject(expression)) return [];
  const { references } = expression;
  return isJsonList(references)
    ? references.filter((one) => typeof one === "string")
    : [];
}

function referencesIn(root: JsonObject | undefined, module = ""): References {
  if (root === undefined) return new Map();
  const own = objectsIn(root["resources"]).map(
    ({ type, name, expressions }) =>
      [
        joined(module, textOf(type), textOf(name)),
        isJsonObject(expressions) ? expressions : {},
      ] as const,
  );
  const calls = isJsonObject(root["module_calls"]) ? root["module_calls"] : {};
  const children = Object.entries(calls).flatMap(([name, call]) => [
    ...referencesIn(
      moduleAt(call, "module"),
      module === "" ? `module.${name}` : `${module}.module.${name}`,
    ),
  ]);
  return new Map([...own, ...children]);
}

/** A state file has the instances of a resource below it, and all their values, so that no reference is left. */
function stateFile(resources: readonly Json[]): readonly TerraformResource[] {
  return objectsIn(resources).flatMap(
    ({ module, mode = "managed", type = "", name = "", instances }) =>
      objectsIn(instances).flatMap(
        ({ index_key: key, attributes: values = {} }) => {
          const place = withoutKeys(textOf(module));
          const whole = joined(place, textOf(type), textOf(name));
          const address =
            key === undefined ? whole : `${whole}[${JSON.stringify(key)}]`;
          const json = { address, mode, type, name, values };
          return resourceOf(json, place, new Map());
        },
      ),
  );
}

/** An address without the keys of instances. */
export function withoutKeys(address: string): string {
  return address.replaceAll(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, "");
}

function joined(module: string, type: string, name: string): string {
  return [...(module === "" ? [] : [module]), type, name].join(".");
}

function moduleAt(
  value: Json | undefined,
  ...names: readonly string[]
): JsonObject | undefined {
  const found = memberAt(value, ...names);
  return isJsonObject(found) ? found : undefined;
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
