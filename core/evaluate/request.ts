import type { JsonObject } from "../problem/json.ts";

/** A request to AWS KMS, and the policies that have a say besides the key policy, as far as they are given. */
export interface AccessRequest {
  /** The ARN of a user, of the session of a role, of a root user or a federated user, or the name of a service. */
  readonly principal: string;
  /** The ARN of the role of a session, with its path. @default the role without a path */
  readonly principalArn?: string;
  /** Such as `kms:Decrypt`, in any case. */
  readonly action: string;
  /** The ARN of the key. @default the key that is asked about */
  readonly resource?: string;
  /** The account of the key. @default the account in its ARN */
  readonly resourceAccount?: string;
  /** Condition keys and their values; several values of a key as a list. */
  readonly context?: RequestContext;
  /** The policies of the caller; none with an empty list, not known when absent. */
  readonly identityPolicies?: readonly JsonObject[];
  readonly permissionsBoundary?: JsonObject;
  readonly sessionPolicies?: readonly JsonObject[];
  /** Each of them must allow the request; those that are attached at one level as a list of their own, of which one must. */
  readonly serviceControlPolicies?: readonly (
    JsonObject | readonly JsonObject[]
  )[];
  /** Besides `RCPFullAWSAccess`, so only what they deny counts. */
  readonly resourceControlPolicies?: readonly JsonObject[];
  /** The policy of the VPC endpoint that the request goes through. */
  readonly endpointPolicy?: JsonObject;
  /** The grants of the key, as `ListGrants` has them. */
  readonly grants?: readonly KmsGrant[];
}

/** The condition keys of a request. */
export type RequestContext = Readonly<
  Record<string, string | number | boolean | readonly string[]>
>;

/** A grant of AWS KMS. Source: AWS KMS API Reference, "GrantListEntry". */
export interface KmsGrant {
  readonly GrantId?: string;
  /** A principal's ARN, or a service. */
  readonly GranteePrincipal: string;
  /** Names of operations without `kms:`. */
  readonly Operations: readonly string[];
  readonly Constraints?: {
    readonly EncryptionContextSubset?: Readonly<Record<string, string>>;
    readonly EncryptionContextEquals?: Readonly<Record<string, string>>;
  };
}

/** The policies of a request that have a say besides the key policy, in the order in which they are looked at. */
export const layers = {
  identityPolicies: "IAM policies of the caller",
  permissionsBoundary: "permissions boundary",
  sessionPolicies: "session policies",
  serviceControlPolicies: "service control policies",
  resourceControlPolicies: "resource control policies",
  endpointPolicy: "VPC endpoint policy",
  grants: "KMS grants",
} as const satisfies Partial<Record<keyof AccessRequest, string>>;

/** A kind of policy that has a say besides the key policy. */
export type Layer = keyof typeof layers;

/** The value of a context key as IAM has it: texts. */
export function contextText(
  value: RequestContext[string],
): string | readonly string[] {
  return typeof value === "object" ? value : String(value);
}
