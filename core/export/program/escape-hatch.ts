import type { DefinedKey, OwnedKey } from "../../design/design.ts";
import type { CdkLine } from "../../design/feature-flags.ts";
import type { Path } from "../../problem/problem.ts";
import type { Expression } from "./expression.ts";
import { call, literal, member, variable } from "./expressions.ts";
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
  const settings = l1Settings.filter((name) => key[name] !== undefined);
  const { logicalId, policy, metadata = {} } = key;
  const names = Object.keys(metadata);
  if (
    settings.length === 0 &&
    names.length === 0 &&
    logicalId === undefined &&
    policy.id === undefined
  )
    return;
  const cfnKey = holdCfnKey(key, place);
  for (const name of settings) addSetting(name, { cfnKey, key, path, place });
  addPolicyId(key, path, place);
  if (logicalId !== undefined)
    place.do(call(cfnKey, "overrideLogicalId", [literal(logicalId)]), [
      [...path, "logicalId"],
    ]);
  for (const name of names)
    place.do(
      call(cfnKey, "addMetadata", [
        literal(name),
        place.json(metadata[name] ?? null),
      ]),
      [[...path, "metadata", name]],
    );
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
  if (id === undefined) return;
  const resource =
    key.kind === "replica"
      ? place.variables.key(key)
      : place.variables.cfnKey(key);
  place.do(
    call(variable(resource), "addPropertyOverride", [
      literal("KeyPolicy.Id"),
      place.text(id),
    ]),
    [[...path, "policy", "id"]],
  );
}
