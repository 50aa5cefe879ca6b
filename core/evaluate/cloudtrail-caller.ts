import type { JsonObject } from "../problem/json.ts";
import { objectOf } from "../problem/json.ts";

/** Who made the request of an event. */
export interface EventCaller {
  /** An ARN, or the name of a service. */
  readonly principal: string;
  /** The ARN of the role of a session, with its path. */
  readonly principalArn?: string;
  readonly kind: "service" | "user" | "session" | "other";
  /** The service that made the request for the principal, as the event names it. */
  readonly invokedBy?: string;
}

/**
 * Who made the request of an event, or why that is not known: an event of a caller of another account has an account
 * and a unique ID only.
 * Source: AWS CloudTrail User Guide, "CloudTrail userIdentity element".
 */
export function callerOf(event: JsonObject): EventCaller | string {
  const identity = objectOf(event["userIdentity"]);
  const { type, arn, accountId, principalId, invokedBy } = identity;
  const forWhom = typeof invokedBy === "string" ? { invokedBy } : {};
  if (type === "AWSService")
    return typeof invokedBy === "string" && isServiceName(invokedBy)
      ? { principal: invokedBy, kind: "service" }
      : "the event does not name the service that called";
  if (typeof arn === "string" && callerForm.test(arn))
    return {
      principal: arn,
      ...roleOf(identity, arn),
      ...forWhom,
      kind: kindOf(arn),
    };
  if (type === "AWSAccount" || typeof accountId === "string")
    return `of the caller the event has only the account \`${textOf(accountId)}\` and the ID \`${textOf(principalId)}\``;
  return `a caller of the type \`${textOf(type)}\` has no ARN`;
}

/** Everybody who can call AWS KMS. Source: IAM User Guide, "IAM identifiers". */
const callerForm =
  /^arn:[a-z-]+:(?:iam::\d{12}:(?:root|user\/.+)|sts::\d{12}:(?:assumed-role\/[^/]+\/[^/]+|federated-user\/[^/]+))$/s;

function kindOf(arn: string): EventCaller["kind"] {
  if (arn.includes(":assumed-role/")) return "session";
  return arn.includes(":user/") ? "user" : "other";
}

/** The ARN of a session leaves out the path of its role, which the issuer of the session has. */
function roleOf(
  identity: JsonObject,
  arn: string,
): Pick<EventCaller, "principalArn"> {
  const issuer = objectOf(
    objectOf(identity["sessionContext"])["sessionIssuer"],
  );
  const { arn: principalArn } = issuer;
  return typeof principalArn === "string" &&
    /^arn:[a-z-]+:iam::\d{12}:role\/.+$/s.test(principalArn) &&
    kindOf(arn) === "session"
    ? { principalArn }
    : {};
}

/** The text is the name of a service, such as `s3.amazonaws.com`. */
export function isServiceName(text: string): boolean {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/.test(text);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "?";
}
