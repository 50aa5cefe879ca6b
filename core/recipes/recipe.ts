import type { JsonObject } from "../problem/json.ts";

/**
 * What a service needs from a key. Texts of statements and calls may hold `${account}`, `${region}` and `${partition}`
 * of the key, and `${name}` of its questions. Their sentences are ours; the facts are from the source.
 */
export interface Recipe {
  /** What people call the service, `Amazon CloudWatch Logs`. */
  readonly service: string;
  /** What it encrypts or does, in a few words: the title of a card. */
  readonly title: string;
  readonly category: RecipeCategory;
  /** Who calls AWS KMS: the service by its principal, the caller through the service, or a role of the service by a KMS grant. */
  readonly acts: RecipeSide;
  /** What happens to the key, in a sentence. */
  readonly summary: string;
  readonly status: RecipeStatus;
  /** What of it no source confirms, where the status says so. */
  readonly unconfirmed?: string;
  readonly source: RecipeSource;
  /** What the person is asked, in this order; `account`, `region` and `partition` are known from the key. */
  readonly questions: readonly RecipeQuestion[];
  /** The calls that the service makes, written down before the statements. */
  readonly calls: readonly RecipeCall[];
  /** What is added to the key policy. */
  readonly statements: readonly RecipeStatement[];
  /** What must be done elsewhere besides. */
  readonly elsewhere?: readonly RecipeElsewhere[];
  /** What is different here from what every recipe holds to. */
  readonly exceptions?: readonly RecipeException[];
  /** The keys that the service takes. @default symmetric encryption keys */
  readonly keys?: RecipeKeys;
  /** What to watch. */
  readonly note?: string;
}

/** The groups of the gallery. */
export const recipeCategories = {
  logs: "Logs and audit",
  messaging: "Messages and events",
  storage: "Storage and backup",
  databases: "Databases",
  compute: "Compute and containers",
  secrets: "Secrets and parameters",
  analytics: "Analytics and data transfer",
  security: "Security and identity",
  guards: "Guards of the key",
  other: "Other services",
} as const satisfies Record<string, string>;

/** A group of the gallery. */
export type RecipeCategory = keyof typeof recipeCategories;

/** Who calls AWS KMS. */
export const recipeSides = {
  service: "The service calls AWS KMS itself",
  caller: "Whoever calls the service, through the service",
  grants: "The service, by KMS grants that the caller creates",
  guard: "Nobody: it denies",
} as const satisfies Record<string, string>;

/** Who calls AWS KMS. */
export type RecipeSide = keyof typeof recipeSides;

/** How well a recipe is known. */
export const recipeStatuses = {
  documented: "Documented by AWS",
  cdk: "As the CDK writes it",
  unconfirmed: "Not confirmed by a document",
  ours: "Our own",
} as const satisfies Record<string, string>;

/** How well a recipe is known. */
export type RecipeStatus = keyof typeof recipeStatuses;

/** The page that the facts are from. */
export interface RecipeSource {
  readonly title: string;
  readonly url?: string;
}

/** Something that the person is asked. */
export interface RecipeQuestion {
  /** The name that texts have in `${…}`. */
  readonly name: string;
  /** The visible label. */
  readonly label: string;
  readonly kind: AnswerKind;
  /** What to enter, in a few words. */
  readonly help: string;
  /** An answer that is of the right form, for the preview and for tests. */
  readonly example: string;
  /** What is filled in. @default nothing */
  readonly default?: string;
  /** Several answers, each a value. @default one */
  readonly many?: true;
}

/** The forms of answers. */
export const answerForms = {
  account: /^\d{12}$/,
  region: /^[a-z]{2}(?:-[a-z]+)+-\d$/,
  role: /^arn:[a-z-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/,
  principal: /^arn:[a-z-]+:(?:iam|sts)::\d{12}:[\w+=,.@/:-]+$/,
  arn: /^arn:[^:\s]+:[^:\s]+:[^:\s]*:[^:\s]*:\S+$/,
  organization: /^o-[a-z0-9]{10,32}$/,
  "organization-path": /^o-[a-z0-9]{10,32}\/r-[a-z0-9]{4,32}(?:\/\S*)?$/,
  name: /^[\w+=,.@:/*-]+$/,
  hex: /^[0-9a-f]+$/,
} as const satisfies Record<string, RegExp>;

/** The form of an answer. */
export type AnswerKind = keyof typeof answerForms;

/** A statement as AWS writes it, with `${…}` in its texts. */
export type RecipeStatement = JsonObject;

/** A call that the service makes, or that somebody makes through it. */
export interface RecipeCall {
  /** The action, `kms:GenerateDataKey`. */
  readonly action: `kms:${string}`;
  /** A service principal, or the ARN of the principal whose credentials are used. */
  readonly principal: string;
  /** The context that the call carries besides what follows from caller and key. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  /** When the service makes it, in a few words. */
  readonly when: string;
  /** @default the source of the recipe */
  readonly source?: RecipeSource;
}

/** Something to be done besides the key policy. */
export interface RecipeElsewhere {
  /** Where, in a few words: `IAM policy of the role`. */
  readonly where: string;
  /** What for, in a sentence. */
  readonly why: string;
  /** The policy or the part of it, where it is one. */
  readonly policy?: JsonObject;
  /** A command in its place. */
  readonly command?: string;
}

/** What every recipe is tested for. */
export const recipeLaws = {
  "other-account": "the same call from another account is denied",
  "other-region": "the same call from another Region is denied",
  "other-resource": "the same call for another resource is denied",
  "needed-action": "each action is needed by some call",
  findings: "the design with it has no finding above info",
} as const satisfies Record<string, string>;

/** What a recipe does not hold to, and why. */
export interface RecipeException {
  readonly law: keyof typeof recipeLaws;
  /** The actions it is about. @default all */
  readonly actions?: readonly string[];
  readonly reason: string;
}

/** The keys that a service takes. */
export interface RecipeKeys {
  readonly keySpecs: readonly string[];
  readonly reason: string;
}
