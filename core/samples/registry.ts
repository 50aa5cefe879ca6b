import { demoFirstKey } from "./demo-first-key.ts";
import { demoMend } from "./demo-mend.ts";
import { eccSigningKey } from "./ecc-signing-key.ts";
import { hmacKey } from "./hmac-key.ts";
import { multiRegionPrimary } from "./multi-region-primary.ts";
import { replacedPolicy } from "./replaced-policy.ts";
import { rsaEncryptionKey } from "./rsa-encryption-key.ts";
import type { Sample } from "./sample.ts";
import { symmetricDataKey } from "./symmetric-data-key.ts";

/** Every sample by its name on the command line, in the order of the gallery. */
export const samples = {
  "symmetric-data-key": symmetricDataKey,
  "ecc-signing-key": eccSigningKey,
  "hmac-key": hmacKey,
  "rsa-encryption-key": rsaEncryptionKey,
  "multi-region-primary": multiRegionPrimary,
  "replaced-policy": replacedPolicy,
  "demo-first-key": demoFirstKey,
  "demo-mend": demoMend,
} as const satisfies Record<string, Sample>;

/** The name of a sample. */
export type SampleName = keyof typeof samples;
