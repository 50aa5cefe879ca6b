import type { DefinedKey } from "../design/design.ts";
import { origins } from "../kms/key-specs.ts";
import type { JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Problem, Result } from "../problem/problem.ts";
import { failed, ok } from "../problem/problem.ts";
import { descriptionSetting, kindSettings } from "./found-settings.ts";
import { importProblem } from "./import-problem.ts";
import { isIn } from "./in-table.ts";
import { memberAt } from "./json-members.ts";
import type { PastedValue } from "./pasted-json.ts";

/** What `KeyMetadata` says of a key. */
export interface ReadMetadata {
  readonly settings: Partial<DefinedKey>;
  readonly keyId?: string;
  readonly arn?: string;
  readonly warnings: readonly Problem[];
}

/**
 * The settings of a key in the output of describe-key or create-key; those that have their default are left out.
 * Source: AWS KMS API Reference, KeyMetadata.
 */
export function keyMetadata(
  output: PastedValue | undefined,
): Result<ReadMetadata> {
  const json = memberAt(output?.value, "KeyMetadata");
  if (output === undefined || !isJsonObject(json))
    return ok({ settings: {}, warnings: [] });
  const { span } = output;
  if (json["KeyManager"] === "AWS")
    return failed(
      importProblem("aws-managed", {
        message: "this key is managed by AWS, and nobody else can change it",
        help: "refer to it by its alias, such as alias/aws/s3",
        span,
      }),
    );
  const { KeyId: keyId, Arn: arn } = json;
  return ok({
    settings: settingsOf(json),
    ...(typeof keyId === "string" && { keyId }),
    ...(typeof arn === "string" && { arn }),
    warnings: warningsAbout(json).map((problem) => ({ ...problem, span })),
  });
}

function settingsOf(json: JsonObject): Partial<DefinedKey> {
  // Older versions have the key spec under the name that keys had then.
  const spec = json["KeySpec"] ?? json["CustomerMasterKeySpec"];
  const { KeyUsage: usage, Origin: origin, Description: description } = json;
  return {
    ...kindSettings({ spec, usage }),
    ...(isIn(origins, origin) && origin !== "AWS_KMS" && { origin }),
    ...(json["MultiRegion"] === true && { multiRegion: true }),
    ...descriptionSetting(description),
    ...(json["KeyState"] === "Disabled" && { enabled: false }),
  };
}

function warningsAbout(json: JsonObject): readonly Problem[] {
  const region = json["MultiRegionConfiguration"];
  const isReplica =
    isJsonObject(region) && region["MultiRegionKeyType"] === "REPLICA";
  return [
    ...(isReplica ? [replicaWarning] : []),
    ...(json["KeyState"] === "PendingDeletion" ? [deletionWarning] : []),
    ...("CustomKeyStoreId" in json ? [keyStoreWarning] : []),
  ];
}

const replicaWarning = importProblem("replica", {
  severity: "warning",
  message:
    "this key is a replica of a multi-Region key, and is opened as if it were the primary",
  help: "open the primary key, and add the replica to its design",
});

const deletionWarning = importProblem("pending-deletion", {
  severity: "warning",
  message: "this key is scheduled for deletion",
  help: "cancel the deletion if anything is still encrypted under it",
});

/** Source: CloudFormation documentation of `AWS::KMS::Key`, which has no custom key stores. */
const keyStoreWarning = importProblem("custom-key-store", {
  severity: "warning",
  message:
    "this key is in a custom key store, which CloudFormation cannot create keys in",
  help: "design another key, or keep managing this one by hand",
});
