import type { JsonObject } from "../problem/json.ts";

/** A request to a key that is kept together with the answer it should have. */
export interface KeptTest {
  /** Its name, unique among the tests of the design. */
  readonly id: string;
  /** The `id` of the key. */
  readonly key: string;
  readonly request: AccessRequestJson;
  readonly expected: ExpectedAnswer;
}

/** The answers that a test can expect; the last one where the key policy leaves it to IAM policies that are not given. */
export const expectedAnswers = ["allowed", "denied", "depends-on-iam"] as const;

/** What a test expects. */
export type ExpectedAnswer = (typeof expectedAnswers)[number];

/** A request to a key as the files of tests and of the command line have it; what is absent is not known. */
export interface AccessRequestJson {
  /** Who asks: an ARN, a service principal or an account ID. */
  readonly principal: string;
  /** `aws:PrincipalArn` where it is not the same: the role of a session. */
  readonly principalArn?: string;
  /** Such as `kms:Decrypt`. */
  readonly action: string;
  /** The ARN that is asked for. @default that of the key */
  readonly resource?: string;
  /** The account that the key is in. @default that of its stack */
  readonly resourceAccount?: string;
  /** Values of condition keys. */
  readonly context?: Readonly<Record<string, ContextValue>>;
  /** The IAM policies of whoever asks; an empty list for none. @default not known */
  readonly identityPolicies?: readonly JsonObject[];
  readonly permissionsBoundary?: JsonObject;
  readonly sessionPolicies?: readonly JsonObject[];
  readonly serviceControlPolicies?: readonly JsonObject[];
  readonly resourceControlPolicies?: readonly JsonObject[];
  readonly endpointPolicy?: JsonObject;
  /** The KMS grants of the key. */
  readonly grants?: readonly JsonObject[];
}

/** The value of a condition key in a request. */
export type ContextValue = string | boolean | number | readonly string[];

/** The properties of a request, in their order in the file. */
export const requestProperties = [
  "principal",
  "principalArn",
  "action",
  "resource",
  "resourceAccount",
  "context",
  "identityPolicies",
  "permissionsBoundary",
  "sessionPolicies",
  "serviceControlPolicies",
  "resourceControlPolicies",
  "endpointPolicy",
  "grants",
] as const satisfies readonly (keyof AccessRequestJson)[];
