import { keysOf } from "./keys-of.ts";
import type { SourceRef } from "./sources.ts";

/** What a row of {@link origins} says. */
export interface OriginRow {
  /** The name people read. */
  readonly label: string;
  /** One short sentence. */
  readonly summary: string;
  /** `AWS::KMS::Key` accepts it. */
  readonly cloudFormation: boolean;
  /** Keys of this origin live in a custom key store. */
  readonly customKeyStore: boolean;
  /** Keys of this origin can be multi-Region keys. */
  readonly multiRegion: boolean;
  readonly source: SourceRef;
}

const rows = {
  AWS_KMS: {
    label: "AWS KMS",
    summary: "AWS KMS makes and keeps the key material.",
    cloudFormation: true,
    customKeyStore: false,
    multiRegion: true,
    source: ["sdk", "cloudFormation"],
  },
  EXTERNAL: {
    label: "External (import key material)",
    summary: "The key starts empty and waits for material that you import.",
    cloudFormation: true,
    customKeyStore: false,
    multiRegion: true,
    source: ["sdk", "cloudFormation"],
  },
  AWS_CLOUDHSM: {
    label: "AWS CloudHSM key store",
    summary: "The key material is made in your CloudHSM cluster.",
    cloudFormation: false,
    customKeyStore: true,
    multiRegion: false,
    source: ["sdk", "cloudFormation"],
  },
  EXTERNAL_KEY_STORE: {
    label: "External key store",
    summary: "The key material stays in your key manager outside AWS.",
    cloudFormation: false,
    customKeyStore: true,
    multiRegion: false,
    source: ["sdk", "cloudFormation"],
  },
} as const satisfies Record<string, OriginRow>;

/** Where the key material of a KMS key comes from. */
export type Origin = keyof typeof rows;

/** Every key material origin of AWS KMS. */
export const origins: Readonly<Record<Origin, OriginRow>> = rows;

/** The names of {@link origins}, in order. */
export const originNames: readonly Origin[] = keysOf(rows);
