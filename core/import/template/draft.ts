import { freeConstructId, newKey } from "../../design/defaults.ts";
import type {
  DefinedKey,
  Design,
  ImportedKey,
  Key,
  ReplicaKey,
  SeparateAlias,
} from "../../design/design.ts";
import { intrinsicText } from "../../policy/intrinsic.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonObject } from "../../problem/json.ts";
import { cdkLogicalId } from "../../synth/logical-id.ts";
import { constructPath } from "./construct-path.ts";
import { keySettings, removalOf, replicaSettings } from "./key-settings.ts";
import { logicalIdOf } from "./target-of.ts";
import { templatePolicy } from "./template-policy.ts";

/** A KMS resource of a template. */
export interface KmsResource {
  readonly logicalId: string;
  readonly json: JsonObject;
  /** The resource is tried as what the CDK's own construct writes, not as an L1 construct. */
  readonly isL2: boolean;
}

/** The resources that become parts of a design. */
export const kmsTypes = {
  key: "AWS::KMS::Key",
  replica: "AWS::KMS::ReplicaKey",
  alias: "AWS::KMS::Alias",
} as const;

/** Puts the KMS resources of a template into a design, in a stack that is there, as far as settings can say them. */
export class Draft {
  #design: Design;
  readonly #stack: string;
  /** The ids of the keys that resources are, by logical ID. */
  readonly #keys: Map<string, string>;
  /** Where each resource stands in the design, by logical ID. */
  readonly places = new Map<
    string,
    { readonly list: "keys" | "aliases"; readonly id: string }
  >();

  /** `known` are the keys of the stack that the design has already, by logical ID. */
  constructor(
    design: Design,
    stack: string,
    known: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#keys = new Map(known);
    this.#design = design;
    this.#stack = stack;
  }

  get design(): Design {
    return this.#design;
  }

  /** Adds keys first, as replicas and aliases name them. */
  add(resources: readonly KmsResource[]): void {
    const ofType = (type: string) =>
      resources.filter(({ json }) => json["Type"] === type);
    for (const one of ofType(kmsTypes.key)) this.#addKey(one);
    for (const one of ofType(kmsTypes.replica)) this.#addReplica(one);
    for (const one of ofType(kmsTypes.alias)) this.#addAlias(one);
  }

  #addKey(resource: KmsResource): void {
    const properties = propertiesOf(resource);
    const { policy } = this.#policyOf(properties);
    const { id, logicalId } = this.#named(resource);
    const { Metadata: metadata } = resource.json;
    const key: DefinedKey = {
      ...newKey(this.#design),
      ...keySettings(properties),
      ...removalOf(resource.json),
      ...(isJsonObject(metadata) && { metadata }),
      ...(!resource.isL2 && { construct: "CfnKey" }),
      ...logicalId,
      id,
      stack: this.#stack,
      policy: resource.isL2 ? { ...policy, minimize: false } : policy,
    };
    this.#put(key, resource.logicalId);
  }

  #addReplica(resource: KmsResource): void {
    const properties = propertiesOf(resource);
    const primary = this.keyBehind(properties["PrimaryKeyArn"]);
    const { policy } = this.#policyOf(properties);
    const { id, logicalId } = this.#named(resource);
    const key: ReplicaKey = {
      aliases: [],
      tags: [],
      administrators: [],
      ...replicaSettings(properties),
      ...removalOf(resource.json),
      ...logicalId,
      id,
      kind: "replica",
      stack: this.#stack,
      primary,
      policy: { ...policy, minimize: false },
    };
    this.#put(key, resource.logicalId);
  }

  #addAlias(resource: KmsResource): void {
    const properties = propertiesOf(resource);
    const key = this.keyBehind(properties["TargetKeyId"]);
    const { id, logicalId } = this.#named(resource);
    const alias: SeparateAlias = {
      ...removalOf(resource.json),
      ...logicalId,
      id,
      stack: this.#stack,
      name: textOf(properties["AliasName"] ?? ""),
      key,
      ...(!resource.isL2 && { construct: "CfnAlias" }),
    };
    const { aliases = [] } = this.#design;
    this.#design = { ...this.#design, aliases: [...aliases, alias] };
    this.places.set(resource.logicalId, { list: "aliases", id });
  }

  #put(key: Key, logicalId: string): void {
    this.#design = { ...this.#design, keys: [...this.#design.keys, key] };
    this.#keys.set(logicalId, key.id);
    this.places.set(logicalId, { list: "keys", id: key.id });
  }

  /** The policy in parts; one that they cannot say is left to overrides. */
  #policyOf(properties: JsonObject) {
    const read =
      templatePolicy(this.#design, properties["KeyPolicy"]) ??
      templatePolicy(this.#design, undefined);
    // INVARIANT: no policy can always be said.
    if (read === undefined) throw new Error("a key without a policy");
    this.#design = read.design;
    return read;
  }

  /** A construct id after the path that the CDK noted, else after the logical ID; and that ID where it differs. */
  #named({ logicalId, json, isL2 }: KmsResource) {
    const path = constructPath(json) ?? [logicalId];
    const wish = path.filter((id) => id !== "Resource").join("") || logicalId;
    const id = freeConstructId(this.#design, this.#stack, wish);
    const made = cdkLogicalId(isL2 ? [id, "Resource"] : [id]);
    return { id, logicalId: made === logicalId ? {} : { logicalId } };
  }

  /** The key that a value names: one of the template, else one that exists elsewhere. */
  keyBehind(value: Json | undefined): string {
    const logicalId = logicalIdOf(value);
    const known =
      logicalId === undefined ? undefined : this.#keys.get(logicalId);
    return known ?? this.#existingKey(value ?? "");
  }

  #existingKey(value: Json): string {
    const text = textOf(value);
    const arn = /^arn:|^\$\{.*Arn\}$/i.test(text)
      ? text
      : `arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:key/${text}`;
    const same = this.#design.keys.find(
      (key) =>
        key.kind === "imported" && key.stack === this.#stack && key.arn === arn,
    );
    if (same !== undefined) return same.id;
    const key: ImportedKey = {
      id: freeConstructId(this.#design, this.#stack, "ExistingKey"),
      kind: "imported",
      stack: this.#stack,
      arn,
      aliases: [],
    };
    this.#design = { ...this.#design, keys: [...this.#design.keys, key] };
    return key.id;
  }
}

/** The resource becomes a part of a design. */
export function isKmsResource(json: Json | undefined): json is JsonObject {
  return (
    isJsonObject(json) &&
    Object.values(kmsTypes).some((type) => type === json["Type"])
  );
}

/** A value as a text of a design, in which parameters and pseudo parameters stand as `Fn::Sub` has them. */
export function textOf(value: Json): string {
  const ref = isJsonObject(value) ? value["Ref"] : undefined;
  return typeof ref === "string" ? `\${${ref}}` : intrinsicText(value);
}

/** The properties of a resource. */
function propertiesOf({ json }: KmsResource): JsonObject {
  const { Properties: properties } = json;
  return isJsonObject(properties) ? properties : {};
}
