import type { DefinedKey, OwnedKey } from "../../design/design.ts";
import { hasJsonPolicy } from "../../design/as-written.ts";
import type { CdkLine } from "../../design/feature-flags.ts";
import type { Path } from "../../problem/problem.ts";
import type { Expression } from "./expression.ts";
import { call, literal, member, variable } from "./expressions.ts";
import type { OptionalProperty } from "./expressions.ts";
import { addMetadata, hasMetadata } from "./metadata-code.ts";
import type { Place } from "./place.ts";
import { optional } from "./values.ts";

/** The settings that no line's `Key` has a property for. */
const l1Settings = ["origin", "bypassPolicyLockoutSafetyCheck"] as const;

/** Whether the `CfnKey` of a line has a property for them. Source: aws-cdk-lib 2.276.0 and @aws-cdk/aws-kms 1.204.0. */
const hasL1Properties: Readonly<Record<CdkLine, boolean>> = {
  v1: false,
  v2: true,
};

/** Sets on the `CfnKey` inside a key what its construct has no property for. */
export function addEscapeHatches(
  key: DefinedKey,
  path: Path,
  place: Place,
): void {
  const { logicalId, policy, overrides } = key;
  const isNeeded =
    l1Settings.some((name) => key[name] !== undefined) ||
    hasMetadata(key, place) ||
    logicalId !== undefined ||
    overrides !== undefined ||
    policy.id !== undefined;
  if (!isNeeded) return;
  const hatch = { cfnKey: holdCfnKey(key, place), key, path, place };
  for (const name of l1Settings) addSetting(name, hatch);
  addResourceSettings(hatch);
}

/** Sets on a `CfnKey` what it has no property for either. */
export function addL1Settings(key: DefinedKey, path: Path, place: Place): void {
  const cfnKey = variable(place.variables.cfnKey(key));
  const hatch = { cfnKey, key, path, place };
  if (!hasL1Properties[place.line])
    for (const name of l1Settings) addSetting(name, hatch);
  addResourceSettings(hatch);
}

/** The settings that are properties of an L1 construct of this line. */
export function l1Properties(
  key: DefinedKey,
  path: Path,
  { line }: Place,
): readonly OptionalProperty[] {
  return hasL1Properties[line]
    ? l1Settings.map((name) => [name, optional(key[name]), [...path, name]])
    : [];
}

/** What stands in a resource besides the properties of its schema. */
function addResourceSettings({ cfnKey, key, path, place }: Hatch): void {
  const { logicalId } = key;
  addPolicyId(key, path, place);
  if (logicalId !== undefined)
    place.do(call(cfnKey, "overrideLogicalId", [literal(logicalId)]), [
      [...path, "logicalId"],
    ]);
  addMetadata({ resource: cfnKey, key, path }, place);
}

function holdCfnKey(key: DefinedKey, place: Place): Expression {
  const inner = place.variables.cfnKey(key);
  const child = member(member(place.key(key.id), "node"), "defaultChild");
  place.hold(inner, { kind: "cast", value: child, type: inner.type }, []);
  return variable(inner);
}

interface Hatch {
  readonly cfnKey: Expression;
  readonly key: DefinedKey;
  readonly path: Path;
  readonly place: Place;
}

function addSetting(
  name: (typeof l1Settings)[number],
  { cfnKey, key, path, place }: Hatch,
): void {
  const value = optional(key[name]);
  if (value === undefined) return;
  const from = [[...path, name]];
  if (hasL1Properties[place.line]) {
    place.assign(member(cfnKey, name), value, from);
    return;
  }
  const property = literal(name.charAt(0).toUpperCase() + name.slice(1));
  place.do(call(cfnKey, "addPropertyOverride", [property, value]), from);
}

/** The `Id` of a policy, which the CDK's `PolicyDocument` does not have. */
export function addPolicyId(key: OwnedKey, path: Path, place: Place): void {
  const { id } = key.policy;
  if (id === undefined || hasJsonPolicy(place.design, key)) return;
  const resource =
    key.kind === "replica"
      ? place.variables.key(key)
      : place.variables.cfnKey(key);
  place.do(
    call(variable(resource), "addPropertyOverride", [
      literal("KeyPolicy.Id"),
      place.json(id),
    ]),
    [[...path, "policy", "id"]],
  );
}
