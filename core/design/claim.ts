/** What a person holds to be true of the access to keys, for the prover to prove or refute. */
export type Claim = NobodyOutsideClaim | NeverClaim | OnlyClaim;

/** What every claim says. */
interface ClaimBase {
  /** Its name, unique among the claims of the design. */
  readonly id: string;
  /** The `id`s of the keys it is about. @default every key that the design creates */
  readonly keys?: readonly string[];
  /** Patterns of actions, such as `kms:Decrypt` and `kms:*`. */
  readonly actions: readonly string[];
}

/** Nobody outside a boundary may do any of the actions. */
export interface NobodyOutsideClaim extends ClaimBase {
  readonly kind: "nobody-outside";
  /** The account of the key, the organization of the settings, or these accounts. */
  readonly boundary: "account" | "organization" | readonly string[];
}

/** A principal may never do any of the actions. */
export interface NeverClaim extends ClaimBase {
  readonly kind: "never";
  readonly principal: ClaimPrincipal;
}

/** Nobody but these principals may do any of the actions. */
export interface OnlyClaim extends ClaimBase {
  readonly kind: "only";
  readonly principals: readonly ClaimPrincipal[];
}

/** Somebody whom a claim names. */
export type ClaimPrincipal =
  | {
      /** The `id` of a principal of the design. */
      readonly principal: string;
    }
  | { readonly arn: string };

/** The kinds of claims. */
export type ClaimKind = Claim["kind"];

/** The claims of a kind. */
export type ClaimOfKind<Kind extends ClaimKind> = Extract<
  Claim,
  { readonly kind: Kind }
>;

type Table = {
  readonly [Kind in ClaimKind]: readonly (keyof ClaimOfKind<Kind>)[];
};

/** The properties of each kind of claim, in their order in the file. */
export const claimProperties = {
  "nobody-outside": ["id", "kind", "keys", "actions", "boundary"],
  never: ["id", "kind", "keys", "actions", "principal"],
  only: ["id", "kind", "keys", "actions", "principals"],
} as const satisfies Table;
