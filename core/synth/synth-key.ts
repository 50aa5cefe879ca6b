import type { DefinedKey, Design, OwnedKey, Tag } from "../design/design.ts";
import { isAsWritten } from "../design/as-written.ts";
import { isL1 } from "../design/key-parts.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import type { Assembly } from "./assembly.ts";
import { addRemoval } from "./build-alias.ts";
import type { Element, Rendered } from "./construct-tree.ts";
import { withOverrides } from "./overrides.ts";
import { PolicyDocument } from "./policy-document.ts";
import type { Handling, RenderedPolicy } from "./policy-document.ts";
import type { PolicyStatement } from "./policy-statement.ts";
import { eachText, resolveJson, resolveText } from "./resolve-text.ts";
import type { Resolver, ShowText } from "./resolve-text.ts";
import {
  metadataOrigins,
  suppressionsOf,
  writtenMetadata,
} from "./suppressions.ts";
import type { WrittenMetadata } from "./suppressions.ts";
import type { ResourceOrigins } from "./template.ts";
import { defined, isEmpty } from "./template.ts";

/** What a key's resource is made of besides the key. */
export interface KeyParts {
  readonly logicalId: string;
  readonly path: Path;
  readonly assembly: Assembly;
  readonly statements: readonly PolicyStatement[];
}

/**
 * The `AWS::KMS::Key` that the CDK writes: only what the person set, in alphabetical order.
 * Source: aws-cdk-lib 2.276.0, aws-kms/lib/key and CfnKey.
 */
export class KeyElement implements Element {
  readonly section = "Resources";
  readonly logicalId: string;
  readonly #key: DefinedKey;
  readonly #path: Path;
  readonly #assembly: Assembly;
  readonly #policy: PolicyDocument;
  readonly #written: WrittenMetadata;

  constructor(key: DefinedKey, parts: KeyParts) {
    this.logicalId = parts.logicalId;
    this.#key = key;
    this.#path = parts.path;
    this.#assembly = parts.assembly;
    this.#policy = policyOf(key, parts.statements, parts.assembly);
    this.#written = writtenMetadata(parts.assembly.design, key);
  }

  eachText(show: ShowText): void {
    const assembly = this.#assembly;
    const { description = "", policy, tags } = this.#key;
    const { metadata } = this.#written;
    show(assembly.text(description));
    this.#policy.eachText(show);
    // v1 does not look for references in what is set on the resource afterwards.
    if (!assembly.isV1) eachText(assembly.json(policy.id ?? ""), show);
    for (const { value } of tagsInForce(tags)) show(assembly.text(value));
    eachText(metadata && assembly.json(metadata), show);
  }

  render(resolve: Resolver): Rendered {
    const key = this.#key;
    const assembly = this.#assembly;
    const policy = this.#policy.render(resolve);
    const alphabetical = keyProperties(key, policy, (text) =>
      resolveText(assembly.text(text), resolve),
    );
    const properties = assembly.isV1 ? orderOfV1(alphabetical) : alphabetical;
    const json: Record<string, Json> = { Type: "AWS::KMS::Key" };
    if (!isEmpty(properties)) json["Properties"] = properties;
    addRemoval(json, key.removalPolicy ?? (isL1(key) ? undefined : "retain"));
    const { metadata, overrides } = this.#written;
    if (metadata)
      json["Metadata"] = resolveJson(assembly.json(metadata), resolve);
    return {
      json: withOverrides(json, overrides),
      origins: {
        resource: this.#path,
        parts: designProperties,
        ...metadataFrom(assembly.design, key, this.#path),
        policy: "KeyPolicy",
        statements: policy.origins,
      },
    };
  }
}

/** The policy of a key with these statements, which may still grow. */
export function policyOf(
  key: OwnedKey,
  statements: readonly PolicyStatement[],
  assembly: Assembly,
): PolicyDocument {
  const { minimize, id, version, single } = key.policy;
  return new PolicyDocument(statements, {
    handling: handlingOf(
      key,
      minimize ?? assembly.flags["@aws-cdk/aws-iam:minimizePolicies"],
    ),
    ...(id !== undefined && { id: assembly.json(id) }),
    ...(version !== undefined && { version }),
    ...(single !== undefined && { single }),
  });
}

/** The policy of an L1 construct is JSON when the CDK sees it first, and so is one that only JSON can say. */
function handlingOf(key: OwnedKey, minimizes: boolean): Handling {
  if (isL1(key) || isAsWritten(key.policy)) return "kept";
  return minimizes ? "minimized" : "distinct";
}

function keyProperties(
  key: DefinedKey,
  policy: RenderedPolicy,
  text: (value: string) => Json,
): JsonObject {
  return defined({
    BypassPolicyLockoutSafetyCheck: key.bypassPolicyLockoutSafetyCheck,
    Description:
      key.description === undefined ? undefined : text(key.description),
    EnableKeyRotation:
      key.enableKeyRotation ??
      (key.rotationPeriodInDays === undefined || isL1(key) ? undefined : true),
    Enabled: key.enabled,
    KeyPolicy: policy.document,
    KeySpec: key.keySpec,
    KeyUsage: key.keyUsage,
    MultiRegion: key.multiRegion,
    Origin: key.origin,
    PendingWindowInDays: key.pendingWindowInDays,
    RotationPeriodInDays: key.rotationPeriodInDays,
    Tags: tagsJson(key.tags, text),
  });
}

/** v1 writes what a key must have first, and what its `CfnKey` does not know last, as it was added. */
function orderOfV1(properties: JsonObject): JsonObject {
  const { KeyPolicy, Origin, BypassPolicyLockoutSafetyCheck, ...others } =
    properties;
  // Without regard to case, `Enabled` stands before `EnableKeyRotation`.
  const { Description, Enabled, ...rest } = others;
  return defined({
    KeyPolicy,
    Description,
    Enabled,
    ...rest,
    Origin,
    BypassPolicyLockoutSafetyCheck,
  });
}

/** Tags in the order of their keys; of two with one key the later counts. */
export function tagsInForce(tags: readonly Tag[]): readonly Tag[] {
  if (tags.length < 2) return tags;
  const byKey = new Map(tags.map((tag) => [tag.key, tag]));
  return [...byKey.values()].toSorted((a, b) =>
    a.key.localeCompare(b.key, "en"),
  );
}

/** Tags as a template has them. */
export function tagsJson(
  tags: readonly Tag[],
  text: (value: string) => Json,
): Json | undefined {
  if (tags.length === 0) return undefined;
  return tagsInForce(tags).map(({ key, value }) => ({
    Key: key,
    Value: text(value),
  }));
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
  Metadata: "metadata",
} as const satisfies Record<string, keyof DefinedKey>;

/** Where the metadata of a key came from, where accepted findings are a part of that. */
export function metadataFrom(
  design: Design,
  key: OwnedKey,
  path: Path,
): Pick<ResourceOrigins, "elsewhere"> {
  if (suppressionsOf(design, key.id).length === 0) return {};
  return { elsewhere: { Metadata: metadataOrigins(design, key, { path }) } };
}
