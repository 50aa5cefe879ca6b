import type { Key, RemovalPolicy } from "../../design/design.ts";
import { removalPolicies } from "../../design/removal-policies.ts";
import { keySpecs, keyUsages } from "../../kms/key-specs.ts";
import type { KeySpec, KeyUsage } from "../../kms/key-specs.ts";
import type { Path } from "../../problem/problem.ts";
import type { Doc } from "../code/doc.ts";
import { mark } from "../code/doc.ts";
import {
  arrayLiteral,
  call,
  objectLiteral,
  stringLiteral,
  textLiteral,
} from "./expressions.ts";
import type { Literal, Property } from "./expressions.ts";
import { statementCode } from "./statement-code.ts";

/** Writes a principal of the design for the part of a key that names it: its variable, or its construct. */
export type PrincipalUse = (id: string, namedBy: Path) => Doc;

/** What a key's code needs to know. */
export interface KeyCodeContext {
  readonly key: Key;
  readonly path: Path;
  readonly principal: PrincipalUse;
  /** The name of the key's variable, should it need one. */
  readonly variable: string;
  /** The name of the variable for its L1 construct, should it need one. */
  readonly l1Variable: string;
}

/** The statements that create a key and complete it. */
export function keyCode(context: KeyCodeContext): readonly Doc[] {
  const after = [
    ...aliasCode(context),
    ...tagCode(context),
    ...amendingCode(context),
    ...escapeHatchCode(context),
  ];
  const { key, path, variable } = context;
  const construct = call(
    "new kms.Key",
    ["this", mark([[...path, "id"]], stringLiteral(key.id))],
    keyProps(context),
  );
  const declared: Doc =
    after.length === 0 ? construct : [`const ${variable} = `, construct];
  return [mark([path], [declared, ";"]), ...after];
}

function keyProps(context: KeyCodeContext): Literal | undefined {
  const { key, path } = context;
  const at = (...rest: Path): Path => [...path, ...rest];
  const properties: readonly Property[] = [
    ["alias", text(key.aliases[0]), at("aliases", 0)],
    ["description", text(key.description), at("description")],
    ["enabled", bool(key.enabled), at("enabled")],
    ["keySpec", key.keySpec && keySpecCode(key.keySpec), at("keySpec")],
    ["keyUsage", key.keyUsage && keyUsageCode(key.keyUsage), at("keyUsage")],
    ["multiRegion", bool(key.multiRegion), at("multiRegion")],
    ["enableKeyRotation", bool(key.enableKeyRotation), at("enableKeyRotation")],
    [
      "rotationPeriod",
      days(key.rotationPeriodInDays),
      at("rotationPeriodInDays"),
    ],
    ["pendingWindow", days(key.pendingWindowInDays), at("pendingWindowInDays")],
    [
      "removalPolicy",
      key.removalPolicy && removalPolicyCode(key.removalPolicy),
      at("removalPolicy"),
    ],
    ["policy", replacingPolicy(context), at("policy", "mode")],
    ["admins", administrators(context), at("administrators")],
  ];
  return properties.every(([, value]) => value === undefined)
    ? undefined
    : objectLiteral(properties);
}

// A spec or usage that the CDK does not have is refused before any code is written.
function keySpecCode(keySpec: KeySpec): Doc {
  return `kms.KeySpec.${keySpecs[keySpec].cdkV2 ?? keySpec}`;
}

function keyUsageCode(keyUsage: KeyUsage): Doc {
  return `kms.KeyUsage.${keyUsages[keyUsage].cdkV2 ?? keyUsage}`;
}

function removalPolicyCode(policy: RemovalPolicy): Doc {
  return `cdk.RemovalPolicy.${removalPolicies[policy].cdk}`;
}

function text(value: string | undefined): Doc | undefined {
  return value === undefined ? undefined : textLiteral(value);
}

function bool(value: boolean | undefined): Doc | undefined {
  return value === undefined ? undefined : String(value);
}

function days(value: number | undefined): Doc | undefined {
  return value === undefined
    ? undefined
    : call("cdk.Duration.days", [String(value)]);
}

function administrators({
  key,
  path,
  principal,
}: KeyCodeContext): Doc | undefined {
  if (key.administrators.length === 0) return undefined;
  return arrayLiteral(
    key.administrators.map((id, index) =>
      principal(id, [...path, "administrators", index]),
    ),
  );
}

function replacingPolicy(context: KeyCodeContext): Doc | undefined {
  const { policy } = context.key;
  if (policy.mode === "amend") return undefined;
  if (policy.statements.length === 0) return call("new iam.PolicyDocument", []);
  const statements = arrayLiteral(ownStatements(context));
  return call(
    "new iam.PolicyDocument",
    [],
    objectLiteral([["statements", statements]]),
  );
}

function ownStatements({
  key,
  path,
  principal,
}: KeyCodeContext): readonly Doc[] {
  return key.policy.statements.map((statement, index) => {
    const at = [...path, "policy", "statements", index];
    return mark(
      [at],
      statementCode(statement, (id) => principal(id, at)),
    );
  });
}

/** The first alias is a property of the key; the CDK names the others by calls. */
function aliasCode({ key, path, variable }: KeyCodeContext): readonly Doc[] {
  return key.aliases
    .slice(1)
    .map((name, index) =>
      mark(
        [[...path, "aliases", index + 1]],
        [call(`${variable}.addAlias`, [textLiteral(name)]), ";"],
      ),
    );
}

function tagCode({ key, path, variable }: KeyCodeContext): readonly Doc[] {
  return key.tags.map((tag, index) =>
    mark(
      [[...path, "tags", index]],
      [
        call(
          [call("cdk.Tags.of", [variable]), ".add"],
          [stringLiteral(tag.key), textLiteral(tag.value)],
        ),
        ";",
      ],
    ),
  );
}

function amendingCode(context: KeyCodeContext): readonly Doc[] {
  const { key, path, variable } = context;
  if (key.policy.mode === "replace") return [];
  return ownStatements(context).map((statement, index) =>
    mark(
      [[...path, "policy", "statements", index]],
      [call(`${variable}.addToResourcePolicy`, [statement]), ";"],
    ),
  );
}

/** What the `Key` construct has no property for is set on the `CfnKey` inside it. */
function escapeHatchCode(context: KeyCodeContext): readonly Doc[] {
  const { key, path, variable, l1Variable } = context;
  const settings = l1Settings(key);
  if (settings.length === 0) return [];
  return [
    `const ${l1Variable} = ${variable}.node.defaultChild as kms.CfnKey;`,
    ...settings.map(([name, value]) =>
      mark([[...path, name]], `${l1Variable}.${name} = ${value};`),
    ),
  ];
}

function l1Settings(
  key: Key,
): readonly (readonly [name: keyof Key, value: string])[] {
  const { origin, bypassPolicyLockoutSafetyCheck: bypass } = key;
  const settings: (readonly [keyof Key, string])[] = [];
  if (origin !== undefined) settings.push(["origin", stringLiteral(origin)]);
  if (bypass !== undefined)
    settings.push(["bypassPolicyLockoutSafetyCheck", String(bypass)]);
  return settings;
}
