import {
  keySpecNames,
  keySpecs,
  keyUsageNames,
  keyUsages,
  originNames,
  origins,
} from "./key-specs.ts";
import { limits } from "./limits.ts";
import type { Source } from "./sources.ts";

/** What kind of value a property or an attribute of a resource takes. */
export type PropertyKind =
  "boolean" | "number" | "text" | "list" | "mapping" | "policy" | "tags";

/** What a row of a table of properties says. */
export interface PropertyRow {
  readonly kind: PropertyKind;
  readonly required?: true;
  /** The only values it takes, each with what it means. */
  readonly values?: Readonly<Record<string, string>>;
  /** The numbers it takes, and the one that stands for none. */
  readonly range?: {
    readonly min: number;
    readonly max: number;
    readonly default: number;
  };
  /** One short sentence. */
  readonly summary: string;
}

/** What a row of {@link templateResources} says. */
export interface TemplateResourceRow {
  /** One short sentence. */
  readonly summary: string;
  readonly properties: Readonly<Record<string, PropertyRow>>;
  /** What `Fn::GetAtt` gives, by its name. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What `Ref` gives. */
  readonly ref: string;
  readonly source: Source;
}

const description: PropertyRow = {
  kind: "text",
  summary: `What the key is for, in at most ${limits.descriptionLength.max} characters.`,
};

const enabled: PropertyRow = {
  kind: "boolean",
  summary: "Whether the key can be used; true by default.",
};

const pendingWindowInDays: PropertyRow = {
  kind: "number",
  range: limits.pendingWindowInDays,
  summary: "Days between leaving the stack and the deletion of the key.",
};

const tags: PropertyRow = {
  kind: "tags",
  summary: "Tags of the key; conditions in policies can ask for them.",
};

const keyProperties = {
  BypassPolicyLockoutSafetyCheck: {
    kind: "boolean",
    summary:
      "Takes a policy that shuts out whoever deploys it; false by default.",
  },
  Description: description,
  EnableKeyRotation: {
    kind: "boolean",
    summary:
      "Whether AWS KMS rotates the key material by itself; symmetric encryption keys only.",
  },
  Enabled: enabled,
  KeyPolicy: {
    kind: "policy",
    summary: "Who may do what with the key; without one the account decides.",
  },
  KeySpec: {
    kind: "text",
    values: Object.fromEntries(
      keySpecNames
        .filter((name) => keySpecs[name].cloudFormation)
        .map((name) => [name, keySpecs[name].summary]),
    ),
    summary: "The kind of key material; it cannot change later.",
  },
  KeyUsage: {
    kind: "text",
    values: Object.fromEntries(
      keyUsageNames
        .filter((name) => keyUsages[name].cloudFormation)
        .map((name) => [name, keyUsages[name].summary]),
    ),
    summary: "What the key is for; it cannot change later.",
  },
  MultiRegion: {
    kind: "boolean",
    summary: "Whether other Regions can have replicas; it cannot change later.",
  },
  Origin: {
    kind: "text",
    values: Object.fromEntries(
      originNames
        .filter((name) => origins[name].cloudFormation)
        .map((name) => [name, origins[name].summary]),
    ),
    summary: "Where the key material comes from; it cannot change later.",
  },
  PendingWindowInDays: pendingWindowInDays,
  RotationPeriodInDays: {
    kind: "number",
    range: limits.rotationPeriodInDays,
    summary: "Days between two automatic rotations.",
  },
  Tags: tags,
} as const satisfies Record<string, PropertyRow>;

const keyAttributes = {
  Arn: "ARN of the key.",
  KeyId: "ID of the key, without the rest of its ARN.",
};

const page = (name: string) => ({
  title: `AWS CloudFormation Template Reference, AWS::KMS::${name}`,
  url: `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-${name.toLowerCase()}.html`,
});

const rows = {
  "AWS::KMS::Key": {
    summary: "A KMS key; a multi-Region one is the primary of its replicas.",
    properties: keyProperties,
    attributes: keyAttributes,
    ref: "ID of the key",
    source: page("Key"),
  },
  "AWS::KMS::Alias": {
    summary: "A second name of a KMS key in its account and Region.",
    properties: {
      AliasName: {
        kind: "text",
        required: true,
        summary: `Begins with ${limits.aliasName.prefix}, but not with ${limits.aliasName.reservedPrefix}; another name is another alias.`,
      },
      TargetKeyId: {
        kind: "text",
        required: true,
        summary: "ID or ARN of the key that the alias stands for.",
      },
    },
    attributes: {},
    ref: "name of the alias",
    source: page("Alias"),
  },
  "AWS::KMS::ReplicaKey": {
    summary: "A replica of a multi-Region key that another Region has.",
    properties: {
      Description: description,
      Enabled: enabled,
      KeyPolicy: {
        kind: "policy",
        required: true,
        summary:
          "Who may do what with the replica; the primary has a policy of its own.",
      },
      PendingWindowInDays: pendingWindowInDays,
      PrimaryKeyArn: {
        kind: "text",
        required: true,
        summary:
          "ARN of the primary key, in another Region of the same partition; another ARN replaces the replica.",
      },
      Tags: tags,
    },
    attributes: keyAttributes,
    ref: "ID of the key",
    source: page("ReplicaKey"),
  },
} as const satisfies Record<string, TemplateResourceRow>;

/** A type of resource of AWS KMS in a template. */
export type KmsResourceType = keyof typeof rows;

/** The resources of AWS KMS in templates, with their properties. */
export const templateResources: Readonly<
  Record<KmsResourceType, TemplateResourceRow>
> = rows;

const deletionSummaries = {
  Delete: "The resource goes; of a key, the deletion is scheduled.",
  Retain: "The resource stays, outside the stack.",
};

/** What a resource of a template has besides its properties. */
export const resourceAttributes: Readonly<Record<string, PropertyRow>> = {
  Type: {
    kind: "text",
    required: true,
    values: {
      "AWS::KMS::Key": rows["AWS::KMS::Key"].summary,
      "AWS::KMS::Alias": rows["AWS::KMS::Alias"].summary,
      "AWS::KMS::ReplicaKey": rows["AWS::KMS::ReplicaKey"].summary,
    },
    summary: "What kind of resource it is.",
  },
  Properties: { kind: "mapping", summary: "The settings of the resource." },
  DeletionPolicy: {
    kind: "text",
    values: {
      ...deletionSummaries,
      RetainExceptOnCreate:
        "The resource stays, unless the deployment that creates it is rolled back.",
    },
    summary:
      "What becomes of the resource when it leaves the stack; Delete by default.",
  },
  UpdateReplacePolicy: {
    kind: "text",
    values: deletionSummaries,
    summary:
      "What becomes of the old resource when an update replaces it; Delete by default.",
  },
  Condition: {
    kind: "text",
    summary: "The condition under which the stack has the resource.",
  },
  DependsOn: {
    kind: "list",
    summary: "The resources that have to be there before.",
  },
  Metadata: {
    kind: "mapping",
    summary: "Notes on the resource; they change nothing in AWS.",
  },
};

/** Where {@link resourceAttributes} come from. */
export const resourceAttributesSource: Source = {
  title: "AWS CloudFormation Template Reference, resource attributes",
  url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-product-attribute-reference.html",
};
