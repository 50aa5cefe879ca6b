import type { KmsAction } from "../kms/actions.ts";
import { kmsActionNames, kmsActions } from "../kms/actions.ts";
import { recipientAttestationKeyNames } from "../kms/conditions/recipient-attestation.ts";
import type { StatementView } from "./policy-view.ts";

const prefix = "kms:recipientattestation:";

/** What a condition key asks of an attestation, in lower case: `imagesha384`, `pcr0`; undefined for other keys. */
export function measurementIn(key: string): string | undefined {
  const lower = key.toLowerCase();
  return lower.startsWith(prefix) ? lower.slice(prefix.length) : undefined;
}

/** The statement compares an attestation. */
export function asksAttestation({ conditions }: StatementView): boolean {
  return conditions.some(({ key }) => measurementIn(key) !== undefined);
}

const attested: ReadonlySet<KmsAction> = new Set(
  kmsActionNames.filter((action) => {
    const { conditionKeys, effectiveInKeyPolicy } = kmsActions[action];
    return (
      effectiveInKeyPolicy &&
      recipientAttestationKeyNames.some((name) => conditionKeys.includes(name))
    );
  }),
);

/** Requests for the action can carry an attestation, and answer with what only the enclave can read. */
export function takesAttestation(action: KmsAction): boolean {
  return attested.has(action);
}
