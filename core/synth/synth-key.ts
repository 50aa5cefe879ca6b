import type { Key } from "../design/design.ts";
import { removalPolicies } from "../design/removal-policies.ts";
import type { Json } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import type { RenderedPolicy } from "./policy-document.ts";
import { resolveText } from "./resolve-text.ts";
import type { Resource, ResourceOrigins } from "./template.ts";
import { defined } from "./template.ts";

/**
 * The `AWS::KMS::Key` that the CDK writes: only what the person set, in alphabetical order.
 * Source: aws-cdk-lib 2.276.0, aws-kms/lib/key and CfnKey.
 */
export function synthKey(key: Key, policy: RenderedPolicy): Resource {
  const properties = keyProperties(key, policy);
  const { deletionPolicy, updateReplacePolicy } =
    removalPolicies[key.removalPolicy ?? "retain"];
  return {
    Type: "AWS::KMS::Key",
    ...(Object.keys(properties).length > 0 && { Properties: properties }),
    UpdateReplacePolicy: updateReplacePolicy,
    DeletionPolicy: deletionPolicy,
  };
}

function keyProperties(key: Key, policy: RenderedPolicy) {
  return defined({
    BypassPolicyLockoutSafetyCheck: key.bypassPolicyLockoutSafetyCheck,
    Description: text(key.description),
    EnableKeyRotation:
      key.enableKeyRotation ??
      (key.rotationPeriodInDays === undefined ? undefined : true),
    Enabled: key.enabled,
    KeyPolicy: policy.document,
    KeySpec: key.keySpec,
    KeyUsage: key.keyUsage,
    MultiRegion: key.multiRegion,
    Origin: key.origin,
    PendingWindowInDays: key.pendingWindowInDays,
    RotationPeriodInDays: key.rotationPeriodInDays,
    Tags: tags(key),
  });
}

function text(value: string | undefined): Json | undefined {
  return value === undefined ? undefined : resolveText(value);
}

/** Tags in the order of their keys; of two with one key the later counts. */
function tags(key: Key): Json | undefined {
  if (key.tags.length === 0) return undefined;
  const byKey = new Map(key.tags.map((tag) => [tag.key, tag.value]));
  return [...byKey]
    .toSorted(([a], [b]) => a.localeCompare(b, "en"))
    .map(([name, value]) => ({ Key: name, Value: resolveText(value) }));
}

/** The property of the design behind each property and attribute of the resource. */
const designProperties = {
  BypassPolicyLockoutSafetyCheck: "bypassPolicyLockoutSafetyCheck",
  Description: "description",
  EnableKeyRotation: "enableKeyRotation",
  Enabled: "enabled",
  KeyPolicy: "policy",
  KeySpec: "keySpec",
  KeyUsage: "keyUsage",
  MultiRegion: "multiRegion",
  Origin: "origin",
  PendingWindowInDays: "pendingWindowInDays",
  RotationPeriodInDays: "rotationPeriodInDays",
  Tags: "tags",
  DeletionPolicy: "removalPolicy",
  UpdateReplacePolicy: "removalPolicy",
} as const satisfies Record<string, keyof Key>;

/** Where the parts of a key's resource came from. */
export function keyOrigins(
  path: Path,
  policy: RenderedPolicy,
): ResourceOrigins {
  return {
    resource: path,
    parts: designProperties,
    statements: policy.origins,
  };
}
