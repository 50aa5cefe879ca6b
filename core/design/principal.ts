import type { Conditions, Intrinsic } from "./conditions.ts";

/** Somebody who may be named in a key policy; `id` is the name the design uses. */
export type Principal =
  | { readonly id: string; readonly kind: "arn"; readonly arn: string }
  | { readonly id: string; readonly kind: "account"; readonly account: string }
  | { readonly id: string; readonly kind: "account-root" }
  | { readonly id: string; readonly kind: "service"; readonly service: string }
  | { readonly id: string; readonly kind: "any" }
  | { readonly id: string; readonly kind: "star" }
  | {
      readonly id: string;
      readonly kind: "organization";
      /** Such as `o-a1b2c3d4e5`. */
      readonly organization: string;
    }
  | {
      readonly id: string;
      readonly kind: "organizational-unit";
      /** Paths such as `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*`. */
      readonly paths: readonly string[];
    }
  | {
      readonly id: string;
      readonly kind: "federated";
      /** A SAML or OIDC provider: its ARN or its name. */
      readonly provider: string;
      readonly conditions?: Conditions;
    }
  | {
      readonly id: string;
      readonly kind: "web-identity";
      readonly provider: string;
      readonly conditions?: Conditions;
    }
  | {
      readonly id: string;
      readonly kind: "canonical-user";
      readonly canonicalUser: string;
    }
  | {
      readonly id: string;
      readonly kind: "composite";
      /** `id`s of other principals. */
      readonly members: readonly string[];
    }
  | {
      readonly id: string;
      readonly kind: "with-conditions";
      /** The `id` of another principal. */
      readonly base: string;
      readonly conditions: Conditions;
    }
  | {
      readonly id: string;
      readonly kind: "via-service";
      /** The service that calls AWS KMS for the principal, such as `s3.us-east-1.amazonaws.com`. */
      readonly service: string;
      /** The `id` of another principal. @default every AWS principal */
      readonly base?: string;
    }
  | {
      readonly id: string;
      readonly kind: "template-value";
      /** The type of principal that the value stands under, or `Principal` where it is the whole element. */
      readonly element: PrincipalElement;
      /** Whom it stands for is known when the stack is deployed. */
      readonly value: Intrinsic;
    }
  | NewIdentity
  | ImportedIdentity;

/** The types of principals in a policy, and the element that holds them. */
export type PrincipalElement = (typeof principalElements)[number];

/** Source: IAM User Guide, "AWS JSON policy elements: Principal". */
export const principalElements = [
  "AWS",
  "Service",
  "Federated",
  "CanonicalUser",
  "Principal",
] as const;

/** A user, role or group that a stack creates; `id` is its construct id too. */
export type NewIdentity =
  | {
      readonly id: string;
      readonly kind: "new-role";
      readonly stack: string;
      /** The `id` of the principal that may assume the role. */
      readonly assumedBy: string;
      /** Its name; `generate` has the CDK make one where another environment needs to name the role. */
      readonly physicalName?: PhysicalName;
      /** Whether grants may attach a policy to the role. @default true */
      readonly mutable?: boolean;
    }
  | {
      readonly id: string;
      readonly kind: "new-user";
      readonly stack: string;
      readonly physicalName?: PhysicalName;
    }
  | {
      readonly id: string;
      readonly kind: "new-group";
      readonly stack: string;
      readonly physicalName?: PhysicalName;
    };

/** The name of a resource in AWS, or that the CDK makes one where it is needed. */
export type PhysicalName = { readonly name: string } | "generate";

/** A user, role or group that exists; `id` is its construct id in `stack`. */
export type ImportedIdentity =
  | {
      readonly id: string;
      readonly kind: "imported-role";
      readonly stack: string;
      readonly identity: IdentityName;
      /** Whether grants may attach a policy to the role. @default true */
      readonly mutable?: boolean;
    }
  | {
      readonly id: string;
      readonly kind: "imported-user";
      readonly stack: string;
      readonly identity: IdentityName;
    }
  | {
      readonly id: string;
      readonly kind: "imported-group";
      readonly stack: string;
      readonly identity: IdentityName;
    };

/** How an identity that exists is named. */
export type IdentityName = { readonly arn: string } | { readonly name: string };

/** The kinds of principals. */
export type PrincipalKind = Principal["kind"];
