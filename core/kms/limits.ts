import type { SourceRef } from "./sources.ts";

/** A limit says where it comes from, and which parts nothing confirms. */
interface LimitRow {
  readonly [part: string]: unknown;
  readonly source: SourceRef;
  readonly unconfirmed?: readonly string[];
}

/** The limits of AWS KMS that a design can run into. */
export const limits = {
  /** Days between scheduling a deletion and the deletion. */
  pendingWindowInDays: { min: 7, max: 30, default: 30, source: "sdk" },
  /** Days between two automatic rotations. */
  rotationPeriodInDays: {
    min: 90,
    max: 2560,
    default: 365,
    source: ["sdk", "cloudFormation", "cdkV2"],
  },
  /** On-demand rotations over the life of a key, and the minutes they must keep from an automatic one. */
  onDemandRotations: {
    maxPerKey: 25,
    minutesBeforeAutomatic: 20,
    source: "sdk",
  },
  descriptionLength: { max: 8192, source: "cloudFormation" },
  /** The size of a key policy document; it cannot be raised. */
  keyPolicyBytes: { max: 32768, source: ["kmsGuide2023", "sdk"] },
  /** The characters a key policy may hold. */
  keyPolicyCharacters: {
    pattern: "^[\\u0009\\u000A\\u000D\\u0020-\\u00FF]*$",
    source: "sdk",
  },
  /** A key has one policy, and this is its name. */
  keyPolicyName: { only: "default", source: "sdk" },
  /** Unlike in IAM policies, a Sid in a key policy may hold spaces. */
  sid: { mayContainSpaces: true, source: "kmsGuide2023" },
  /** An alias name, counted with its prefix. CloudFormation and the CDK let colons pass, AWS KMS does not list them. */
  aliasName: {
    minLength: 1,
    maxLength: 256,
    prefix: "alias/",
    reservedPrefix: "alias/aws/",
    pattern: "^alias/[a-zA-Z0-9/_-]+$",
    cloudFormationPattern: "^(alias/)[a-zA-Z0-9:/_-]+$",
    source: ["sdk", "cloudFormation", "kmsGuide2023"],
  },
  tags: {
    maxPerKey: 50,
    keyLength: { min: 1, max: 128 },
    valueLength: { min: 0, max: 256 },
    reservedPrefix: "aws:",
    source: ["cloudFormation", "recalled"],
    unconfirmed: ["maxPerKey", "reservedPrefix"],
  },
  grants: {
    nameLength: { max: 256 },
    contextPairs: { max: 8 },
    contextValueLength: { max: 384 },
    source: "sdk",
  },
  /** Per account and Region unless the name says otherwise. */
  quotas: {
    keys: 100_000,
    aliasesPerKey: 50,
    grantsPerKey: 50_000,
    customKeyStores: 10,
    source: "kmsGuide2023",
  },
  /** Requests a second, per account and Region. */
  requestsPerSecond: {
    cryptoRsa: 500,
    cryptoEcc: 300,
    cryptoSm2: 300,
    createKey: 5,
    createGrant: 50,
    describeKey: 2000,
    source: "kmsGuide2023",
  },
} as const satisfies Record<string, LimitRow>;
