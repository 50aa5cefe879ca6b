import type { KmsAction } from "../kms/actions.ts";
import { conditionKeysOfAction } from "../kms/condition-key-actions.ts";
import type { ConditionKey } from "../kms/condition-keys.ts";
import { keysOf } from "../kms/keys-of.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject, objectOf } from "../problem/json.ts";
import { parametersOf, textOf } from "./cloudtrail-fields.ts";
import type { EventKey } from "./cloudtrail-keys.ts";

/** A condition key of a request and its value. */
export type ContextPair = readonly [
  key: string,
  value: string | readonly string[],
];

/** The condition keys that parameters become. Source: AWS KMS Developer Guide, "AWS KMS condition keys". */
const names: Partial<Record<ConditionKey, string>> = {
  "kms:BypassPolicyLockoutSafetyCheck": "bypassPolicyLockoutSafetyCheck",
  "kms:EncryptionAlgorithm": "encryptionAlgorithm",
  "kms:ExpirationModel": "expirationModel",
  "kms:GranteePrincipal": "granteePrincipal",
  "kms:GranteeServicePrincipal": "granteeServicePrincipal",
  "kms:KeyAgreementAlgorithm": "keyAgreementAlgorithm",
  "kms:MacAlgorithm": "macAlgorithm",
  "kms:MessageType": "messageType",
  "kms:PrimaryRegion": "primaryRegion",
  "kms:ReplicaRegion": "replicaRegion",
  "kms:RetiringPrincipal": "retiringPrincipal",
  "kms:RetiringServicePrincipal": "retiringServicePrincipal",
  "kms:RotationPeriodInDays": "rotationPeriodInDays",
  "kms:ScheduleKeyDeletionPendingWindowInDays": "pendingWindowInDays",
  "kms:SigningAlgorithm": "signingAlgorithm",
  "kms:WrappingAlgorithm": "wrappingAlgorithm",
  "kms:WrappingKeySpec": "wrappingKeySpec",
};

/** Parameters that have another name for an action. A data key has a spec too, which is no `kms:KeySpec`. */
const ownNames: Partial<
  Record<KmsAction, Partial<Record<ConditionKey, string>>>
> = {
  "kms:CreateKey": {
    "kms:KeySpec": "keySpec",
    "kms:KeyUsage": "keyUsage",
    "kms:KeyOrigin": "origin",
    "kms:MultiRegion": "multiRegion",
  },
  "kms:GenerateDataKeyPair": { "kms:DataKeyPairSpec": "keyPairSpec" },
  "kms:GenerateDataKeyPairWithoutPlaintext": {
    "kms:DataKeyPairSpec": "keyPairSpec",
  },
  "kms:ReEncryptFrom": {
    "kms:EncryptionAlgorithm": "sourceEncryptionAlgorithm",
  },
  "kms:ReEncryptTo": {
    "kms:EncryptionAlgorithm": "destinationEncryptionAlgorithm",
  },
};

/** The condition keys of an action that the parameters of its request become. */
export function parameterPairs({
  event,
  action,
  key,
}: {
  readonly event: JsonObject;
  readonly action: KmsAction;
  readonly key: EventKey;
}): readonly ContextPair[] {
  const parameters = parametersOf(event) ?? {};
  const plain = conditionKeysOfAction(action).flatMap((name) => {
    const parameter = ownNames[action]?.[name] ?? names[name];
    const value =
      parameter === undefined ? undefined : textOf(parameters[parameter]);
    return value === undefined ? [] : [[name, value] as const];
  });
  const { requestAlias, isSameKey } = key;
  return [
    ...plain,
    ...contextPairs(encryptionContext(action, parameters)),
    ...(action === "kms:CreateGrant" ? grantPairs(parameters) : []),
    ...tagPairs(action, parameters),
    ...(requestAlias === undefined
      ? []
      : [["kms:RequestAlias", requestAlias] as const]),
    ...(isSameKey === undefined
      ? []
      : [["kms:ReEncryptOnSameKey", String(isSameKey)] as const]),
  ];
}

function encryptionContext(
  action: KmsAction,
  parameters: JsonObject,
): JsonObject {
  const side = {
    "kms:ReEncryptFrom": "source",
    "kms:ReEncryptTo": "destination",
  };
  return objectOf(
    action === "kms:ReEncryptFrom" || action === "kms:ReEncryptTo"
      ? parameters[`${side[action]}EncryptionContext`]
      : parameters["encryptionContext"],
  );
}

function contextPairs(context: JsonObject): readonly ContextPair[] {
  const pairs = Object.entries(context).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  return pairs.length === 0
    ? []
    : [
        ["kms:EncryptionContextKeys", pairs.map(([name]) => name)],
        ...pairs.map(
          ([name, value]) => [`kms:EncryptionContext:${name}`, value] as const,
        ),
      ];
}

/** The kinds of constraints on an encryption context; a grant has one at most. */
const constraintTypes = {
  encryptionContextEquals: "EncryptionContextEquals",
  encryptionContextSubset: "EncryptionContextSubset",
} as const;

function grantPairs(parameters: JsonObject): readonly ContextPair[] {
  const constraints = objectOf(parameters["constraints"]);
  const [type, ...more] = keysOf(constraintTypes).filter((name) =>
    isJsonObject(constraints[name]),
  );
  const source = textOf(constraints["sourceArn"]);
  const operations = textsOf(parameters["operations"]);
  return [
    ...(operations.length === 0
      ? []
      : [["kms:GrantOperations", operations] as const]),
    ...(type === undefined || more.length > 0
      ? []
      : [["kms:GrantConstraintType", constraintTypes[type]] as const]),
    ...(source === undefined
      ? []
      : [["kms:GrantConstraintSourceArn", source] as const]),
  ];
}

/** Tags of the request; to take tags away, their keys alone are sent. */
function tagPairs(
  action: KmsAction,
  parameters: JsonObject,
): readonly ContextPair[] {
  if (action === "kms:UntagResource")
    return keysPair(textsOf(parameters["tagKeys"]));
  if (!conditionKeysOfAction(action).includes("aws:TagKeys")) return [];
  const { tags: list } = parameters;
  const tags = (isJsonList(list) ? list : []).flatMap((tag) => {
    const { tagKey, tagValue } = objectOf(tag);
    return typeof tagKey === "string" && typeof tagValue === "string"
      ? [[tagKey, tagValue] as const]
      : [];
  });
  return [
    ...keysPair(tags.map(([name]) => name)),
    ...tags.map(([name, value]) => [`aws:RequestTag/${name}`, value] as const),
  ];
}

function keysPair(keys: readonly string[]): readonly ContextPair[] {
  return keys.length === 0 ? [] : [["aws:TagKeys", keys]];
}

function textsOf(value: Json | undefined): readonly string[] {
  return isJsonList(value)
    ? value.filter((member) => typeof member === "string")
    : [];
}
