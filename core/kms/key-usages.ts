import { keysOf } from "./keys-of.ts";
import type { SourceRef } from "./sources.ts";

/** What a row of {@link keyUsages} says. */
export interface KeyUsageRow {
  /** The name people read. */
  readonly label: string;
  /** One short sentence. */
  readonly summary: string;
  /** `AWS::KMS::Key` accepts it. */
  readonly cloudFormation: boolean;
  /** The member of `KeyUsage` in CDK v1; null when there is none. */
  readonly cdkV1: string | null;
  /** The member of `KeyUsage` in CDK v2; null when there is none. */
  readonly cdkV2: string | null;
  readonly source: SourceRef;
}

const rows = {
  ENCRYPT_DECRYPT: {
    label: "Encrypt and decrypt",
    summary: "Encrypts and decrypts data and data keys.",
    cloudFormation: true,
    cdkV1: "ENCRYPT_DECRYPT",
    cdkV2: "ENCRYPT_DECRYPT",
    source: ["sdk", "cloudFormation", "cdkV1", "cdkV2"],
  },
  SIGN_VERIFY: {
    label: "Sign and verify",
    summary: "Makes and checks digital signatures.",
    cloudFormation: true,
    cdkV1: "SIGN_VERIFY",
    cdkV2: "SIGN_VERIFY",
    source: ["sdk", "cloudFormation", "cdkV1", "cdkV2"],
  },
  GENERATE_VERIFY_MAC: {
    label: "Generate and verify MAC",
    summary: "Makes and checks message authentication codes.",
    cloudFormation: true,
    cdkV1: null,
    cdkV2: "GENERATE_VERIFY_MAC",
    source: ["sdk", "cloudFormation", "cdkV2"],
  },
  KEY_AGREEMENT: {
    label: "Key agreement",
    summary: "Derives a secret shared with the holder of another key pair.",
    cloudFormation: true,
    cdkV1: null,
    cdkV2: "KEY_AGREEMENT",
    source: ["sdk", "cloudFormation", "cdkV2"],
  },
  ENCAPSULATE_DECAPSULATE: {
    label: "Encapsulate and decapsulate",
    summary: "Sends and recovers a shared secret with a post-quantum key.",
    cloudFormation: false,
    cdkV1: null,
    cdkV2: null,
    source: ["sdk", "cloudFormation", "cdkV2"],
  },
} as const satisfies Record<string, KeyUsageRow>;

/** What a KMS key is for. */
export type KeyUsage = keyof typeof rows;

/** Every key usage of AWS KMS. */
export const keyUsages: Readonly<Record<KeyUsage, KeyUsageRow>> = rows;

/** The names of {@link keyUsages}, in order. */
export const keyUsageNames: readonly KeyUsage[] = keysOf(rows);
