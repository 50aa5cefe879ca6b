import { keysOf } from "../keys-of.ts";
import type { ConditionKeyRow } from "./row.ts";

function measurement(summary: string): ConditionKeyRow {
  return {
    type: "String",
    multiValued: false,
    actions: "as-listed",
    allowedValues: null,
    usableInKeyPolicy: true,
    deprecated: false,
    summary,
    note: "96 hexadecimal digits; compare with StringEqualsIgnoreCase",
    source: ["iamData", "kmsGuideConditions"],
  };
}

/** Condition keys on the attestation document of a Nitro enclave or a NitroTPM instance. */
export const recipientAttestationKeys = {
  "kms:RecipientAttestation:ImageSha384": measurement(
    "Digest of the enclave image.",
  ),
  "kms:RecipientAttestation:PCR0": measurement(
    "Enclave PCR0, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR1": measurement(
    "Enclave PCR1, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR2": measurement(
    "Enclave PCR2, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR3": measurement(
    "Enclave PCR3: the role of the parent instance.",
  ),
  "kms:RecipientAttestation:PCR4": measurement(
    "Enclave PCR4: the ID of the parent instance.",
  ),
  "kms:RecipientAttestation:PCR5": measurement(
    "Enclave PCR5, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR6": measurement(
    "Enclave PCR6, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR7": measurement(
    "Enclave PCR7, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR8": measurement(
    "Enclave PCR8: the certificate that signed the enclave image.",
  ),
  "kms:RecipientAttestation:PCR9": measurement(
    "Enclave PCR9, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR10": measurement(
    "Enclave PCR10, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR11": measurement(
    "Enclave PCR11, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR12": measurement(
    "Enclave PCR12, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR13": measurement(
    "Enclave PCR13, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR14": measurement(
    "Enclave PCR14, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR15": measurement(
    "Enclave PCR15, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR16": measurement(
    "Enclave PCR16, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR17": measurement(
    "Enclave PCR17, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR18": measurement(
    "Enclave PCR18, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR19": measurement(
    "Enclave PCR19, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR20": measurement(
    "Enclave PCR20, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR21": measurement(
    "Enclave PCR21, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR22": measurement(
    "Enclave PCR22, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR23": measurement(
    "Enclave PCR23, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR24": measurement(
    "Enclave PCR24, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR25": measurement(
    "Enclave PCR25, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR26": measurement(
    "Enclave PCR26, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR27": measurement(
    "Enclave PCR27, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR28": measurement(
    "Enclave PCR28, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR29": measurement(
    "Enclave PCR29, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR30": measurement(
    "Enclave PCR30, a platform configuration register.",
  ),
  "kms:RecipientAttestation:PCR31": measurement(
    "Enclave PCR31, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR0": measurement(
    "NitroTPM PCR0, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR1": measurement(
    "NitroTPM PCR1, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR2": measurement(
    "NitroTPM PCR2, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR3": measurement(
    "NitroTPM PCR3, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR4": measurement(
    "NitroTPM PCR4, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR5": measurement(
    "NitroTPM PCR5, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR6": measurement(
    "NitroTPM PCR6, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR7": measurement(
    "NitroTPM PCR7, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR8": measurement(
    "NitroTPM PCR8, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR9": measurement(
    "NitroTPM PCR9, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR10": measurement(
    "NitroTPM PCR10, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR11": measurement(
    "NitroTPM PCR11, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR12": measurement(
    "NitroTPM PCR12, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR13": measurement(
    "NitroTPM PCR13, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR14": measurement(
    "NitroTPM PCR14, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR15": measurement(
    "NitroTPM PCR15, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR16": measurement(
    "NitroTPM PCR16, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR17": measurement(
    "NitroTPM PCR17, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR18": measurement(
    "NitroTPM PCR18, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR19": measurement(
    "NitroTPM PCR19, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR20": measurement(
    "NitroTPM PCR20, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR21": measurement(
    "NitroTPM PCR21, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR22": measurement(
    "NitroTPM PCR22, a platform configuration register.",
  ),
  "kms:RecipientAttestation:NitroTPMPCR23": measurement(
    "NitroTPM PCR23, a platform configuration register.",
  ),
} as const satisfies Record<string, ConditionKeyRow>;

/** The names of {@link recipientAttestationKeys}, in order. */
export const recipientAttestationKeyNames = keysOf(recipientAttestationKeys);
