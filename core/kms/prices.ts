import type { SourceRef } from "./sources.ts";

/** A price in US dollars. */
export interface Price {
  readonly usd: number;
  readonly note?: string;
  /** No first-hand source confirms it. */
  readonly unconfirmed?: true;
  readonly source: SourceRef;
}

const perKeyMonth: Price = {
  usd: 1,
  note: "no charge while deletion is pending",
  source: "pricing",
};

const perReplicaMonth: Price = {
  usd: 1,
  note: "a replica is billed as a key of its own",
  source: "pricing",
};

const rotationAddition = {
  usd: 1,
  /** Only this many rotations raise the monthly price. */
  rotations: 2,
  note: "a month each, prorated by the hour; later rotations are free",
  source: "pricingQuoted",
} as const satisfies Price & { readonly rotations: number };

const per10kRequests = {
  symmetricAndHmac: { usd: 0.03, source: "pricingQuoted" },
  rsa2048: { usd: 0.03, source: "pricingQuoted" },
  otherAsymmetric: {
    usd: 0.15,
    note: "the band of ML-DSA, ML-KEM and Ed25519 is not confirmed",
    source: "pricingQuoted",
  },
  eccDataKeyPair: { usd: 0.1, source: "pricingQuoted" },
  rsaDataKeyPair: {
    usd: 12,
    note: "another public source prints 0.10",
    unconfirmed: true,
    source: "pricingQuoted",
  },
} as const satisfies Record<string, Price>;

/** What a KMS key costs. China and GovCloud Regions may differ. */
export const prices = {
  currency: "USD",
  /** The day the prices were read. */
  retrieved: "2026-11-23",
  perKeyMonth,
  perReplicaMonth,
  rotationAddition,
  freeRequestsPerMonth: {
    count: 20_000,
    note: "not for asymmetric requests and data key pairs",
    source: "pricing",
  },
  per10kRequests,
} as const;
