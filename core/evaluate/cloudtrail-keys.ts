import type { KmsAction } from "../kms/actions.ts";
import { parseArn } from "../policy/arn.ts";
import type { JsonObject } from "../problem/json.ts";
import { isJsonList, objectOf } from "../problem/json.ts";
import { parametersOf, textOf } from "./cloudtrail-fields.ts";

/** The key of a request, as far as its event names it. */
export interface EventKey {
  readonly resource?: string;
  readonly resourceAccount?: string;
  /** The alias that the request named the key by. */
  readonly requestAlias?: string;
  /** Of a `ReEncrypt`: the source and the destination are one key. */
  readonly isSameKey?: boolean;
}

/**
 * The key that a request of an event is on: of a `ReEncrypt` the resources are the source and the destination.
 * Source: AWS KMS Developer Guide, "Logging AWS KMS API calls with AWS CloudTrail", "ReEncrypt".
 */
export function keyOf(event: JsonObject, action: KmsAction): EventKey {
  const keys = keysIn(event);
  const parameters = parametersOf(event) ?? {};
  const find = (parameter: string, index: number) =>
    keyNamed(textOf(parameters[parameter]), keys, index);
  if (action !== "kms:ReEncryptFrom" && action !== "kms:ReEncryptTo")
    return find(action.endsWith("Alias") ? "targetKeyId" : "keyId", 0);
  const source = find("sourceKeyId", keys.length === 2 ? 0 : -1);
  const destination = find("destinationKeyId", keys.length === 2 ? 1 : -1);
  const key = action === "kms:ReEncryptFrom" ? source : destination;
  return source.resource === undefined || destination.resource === undefined
    ? key
    : { ...key, isSameKey: source.resource === destination.resource };
}

interface Named {
  readonly arn: string;
  readonly account: string;
}

/** The keys among the resources; events of aliases name the alias there too. */
function keysIn(event: JsonObject): readonly Named[] {
  const { resources } = event;
  return (isJsonList(resources) ? resources : []).flatMap((resource) => {
    const { ARN: arn, accountId } = objectOf(resource);
    const parsed = keyArn(textOf(arn));
    return parsed === undefined
      ? []
      : [{ ...parsed, account: textOf(accountId) ?? parsed.account }];
  });
}

function keyArn(text: string | undefined): Named | undefined {
  const arn = text === undefined ? undefined : parseArn(text);
  return text === undefined ||
    arn?.service !== "kms" ||
    !arn.resource.startsWith("key/")
    ? undefined
    : { arn: text, account: arn.account };
}

/** The key that a parameter names, else the one at a position; an ID alone is the key of nobody knows which account. */
function keyNamed(
  parameter: string | undefined,
  keys: readonly Named[],
  index: number,
): EventKey {
  const named = keys.find(
    ({ arn }) =>
      parameter !== undefined &&
      (arn === parameter || arn.endsWith(`:key/${parameter}`)),
  );
  const key = named ?? keys[index] ?? keyArn(parameter);
  const alias = aliasOf(parameter);
  const account = key?.account ?? alias?.account;
  return {
    ...(key !== undefined && { resource: key.arn }),
    ...(account !== undefined && { resourceAccount: account }),
    ...(alias !== undefined && { requestAlias: alias.name }),
  };
}

/** A parameter that is an alias, by its name or its ARN; the condition key has the name. */
function aliasOf(
  parameter: string | undefined,
): { readonly name: string; readonly account?: string } | undefined {
  if (parameter === undefined) return undefined;
  if (parameter.startsWith("alias/")) return { name: parameter };
  const arn = parseArn(parameter);
  return arn?.service === "kms" && arn.resource.startsWith("alias/")
    ? { name: arn.resource, account: arn.account }
    : undefined;
}
