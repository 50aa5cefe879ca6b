import { demoDefineKey } from "./demo-define-key.ts";
import { demoWaitingPeriod } from "./demo-waiting-period.ts";
import { demoAliases } from "./demo-aliases.ts";
import { demoSpecAndUsage } from "./demo-spec-and-usage.ts";
import { demoSharing } from "./demo-sharing.ts";
import { demoImportByArn } from "./demo-import-by-arn.ts";
import { demoImportByAlias } from "./demo-import-by-alias.ts";
import { demoLookUp } from "./demo-look-up.ts";
import { demoTrust } from "./demo-trust.ts";
import { demoGrants } from "./demo-grants.ts";
import { demoAdministrators } from "./demo-administrators.ts";
import { demoCustomPolicy } from "./demo-custom-policy.ts";
import { demoFirstKey } from "./demo-first-key.ts";
import { demoMend } from "./demo-mend.ts";
import { eccSigningKey } from "./ecc-signing-key.ts";
import { hmacKey } from "./hmac-key.ts";
import { multiRegionSet } from "./multi-region-set.ts";
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
  "multi-region-set": multiRegionSet,
  "replaced-policy": replacedPolicy,
  "demo-first-key": demoFirstKey,
  "demo-mend": demoMend,
  "demo-define-key": demoDefineKey,
  "demo-waiting-period": demoWaitingPeriod,
  "demo-aliases": demoAliases,
  "demo-spec-and-usage": demoSpecAndUsage,
  "demo-sharing": demoSharing,
  "demo-import-by-arn": demoImportByArn,
  "demo-import-by-alias": demoImportByAlias,
  "demo-look-up": demoLookUp,
  "demo-trust": demoTrust,
  "demo-grants": demoGrants,
  "demo-administrators": demoAdministrators,
  "demo-custom-policy": demoCustomPolicy,
} as const satisfies Record<string, Sample>;

/** The name of a sample. */
export type SampleName = keyof typeof samples;
