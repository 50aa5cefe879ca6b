import { conditionKeysOfAction } from "../kms/condition-key-actions.ts";
import type { KmsAction } from "../kms/actions.ts";
import {
  conditionKeyNames,
  globalConditionKeyNames,
  viaServices,
} from "../kms/condition-keys.ts";
import type { JsonObject } from "../problem/json.ts";
import { objectOf } from "../problem/json.ts";
import type { EventCaller } from "./cloudtrail-caller.ts";
import { isServiceName } from "./cloudtrail-caller.ts";
import { parametersOf, textOf } from "./cloudtrail-fields.ts";
import type { EventKey } from "./cloudtrail-keys.ts";
import type { ContextPair } from "./cloudtrail-parameters.ts";
import { parameterPairs } from "./cloudtrail-parameters.ts";

/** A request of an event: its action and the key that it is on. */
export interface EventPart {
  readonly event: JsonObject;
  readonly action: KmsAction;
  readonly caller: EventCaller;
  readonly key: EventKey;
}

/** The condition keys of a request that its event has, and those that it may have had besides. */
export interface EventContext {
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly missing: readonly string[];
}

/** What an event says of the condition keys of one of its requests. */
export function contextOf(part: EventPart): EventContext {
  const pairs = [...parameterPairs(part), ...generalPairs(part)];
  const context = Object.fromEntries(pairs);
  const given = new Set(pairs.map(([name]) => templateOf(name)));
  const asked = [
    ...conditionKeysOfAction(part.action),
    ...globalConditionKeyNames,
  ];
  const missing = [...new Set<string>(asked)].filter(
    (name) => !given.has(name) && !isKnownToBeAbsent(name, part),
  );
  return { context, missing };
}

/** The name of a condition key in our tables: that of a tag or a context key has a placeholder. */
function templateOf(name: string): string {
  const template = templates.find((known) =>
    name.startsWith(known.slice(0, known.indexOf("${"))),
  );
  return template ?? name;
}

const templates = [...conditionKeyNames, ...globalConditionKeyNames].filter(
  (name) => name.includes("${"),
);

/** Source: AWS CloudTrail User Guide, "CloudTrail record contents". */
function generalPairs({ event, caller }: EventPart): readonly ContextPair[] {
  const time = textOf(event["eventTime"]);
  const seconds = time === undefined ? undefined : secondsOf(time);
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ["aws:CurrentTime", seconds === undefined ? undefined : time],
    ["aws:EpochTime", seconds?.toString()],
    ["aws:RequestedRegion", textOf(event["awsRegion"])],
    ["aws:SourceVpce", textOf(event["vpcEndpointId"])],
    [addressKey(event), addressOf(event)],
    ["aws:UserAgent", userAgentOf(event)],
    [
      "aws:SecureTransport",
      textOf(objectOf(event["tlsDetails"])["tlsVersion"]) && "true",
    ],
    ...(caller.kind === "service" ? [] : sessionPairs(event, caller)),
    ["aws:ViaAWSService", String(caller.invokedBy !== undefined)],
    ["kms:ViaService", viaService(event, caller)],
  ];
  return pairs.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
}

/** Source: AWS CloudTrail User Guide, "CloudTrail userIdentity element". */
function sessionPairs(
  event: JsonObject,
  { kind }: EventCaller,
): readonly (readonly [string, string | undefined])[] {
  const identity = objectOf(event["userIdentity"]);
  const session = objectOf(identity["sessionContext"]);
  const attributes = objectOf(session["attributes"]);
  const provider = objectOf(session["webIdFederationData"]);
  const created = textOf(attributes["creationDate"]);
  return [
    ["aws:userid", textOf(identity["principalId"])],
    [
      "aws:username",
      kind === "user" ? textOf(identity["userName"]) : undefined,
    ],
    ["aws:MultiFactorAuthPresent", textOf(attributes["mfaAuthenticated"])],
    ["aws:TokenIssueTime", created && extended(created)],
    ["aws:SourceIdentity", textOf(session["sourceIdentity"])],
    ["aws:FederatedProvider", textOf(provider["federatedProvider"])],
  ];
}

/** A date in the form that policies have, of the basic form of ISO 8601 too: `20131102T010628Z`. */
function extended(text: string): string | undefined {
  const time = text.replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
    "$1-$2-$3T$4:$5:$6Z",
  );
  return secondsOf(time) === undefined ? undefined : time;
}

/** The seconds since 1970 of a date such as `2026-01-31T12:00:00Z`. */
function secondsOf(text: string): number | undefined {
  if (!dateForm.test(text)) return undefined;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] =
    text.split(/\D/).map(Number);
  // Years that begin in March have the leap day at their end.
  const from = month > 2 ? year : year - 1;
  const leapDays =
    Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  const days = 365 * from + leapDays + inYear + day - 719_469;
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

const dateForm =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** Through a VPC endpoint the address is one inside the VPC. */
function addressKey(event: JsonObject): string {
  return isThroughEndpoint(event) ? "aws:VpcSourceIp" : "aws:SourceIp";
}

function isThroughEndpoint(event: JsonObject): boolean {
  return textOf(event["vpcEndpointId"]) !== undefined;
}

/** Of a service the event has a name in place of an address. */
function addressOf(event: JsonObject): string | undefined {
  const text = textOf(event["sourceIPAddress"]);
  return text !== undefined && (isVersion4(text) || isVersion6(text))
    ? text
    : undefined;
}

function isVersion4(text: string): boolean {
  return (
    /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) &&
    text.split(".").every((part) => Number(part) < 256)
  );
}

function isVersion6(text: string): boolean {
  const groups = text.split(":");
  return (
    /^[0-9a-f:]+$/i.test(text) &&
    groups.length > 2 &&
    groups.length <= 8 &&
    groups.every((group) => group.length <= 4) &&
    (groups.length === 8 || text.includes("::"))
  );
}

/** AWS writes a name of its own where a service sent the request. */
function userAgentOf(event: JsonObject): string | undefined {
  const text = textOf(event["userAgent"]);
  return text === undefined ||
    /^aws.internal/i.test(text) ||
    isServiceName(text)
    ? undefined
    : text;
}

const viaNames: ReadonlySet<string> = new Set(
  Object.values(viaServices).flatMap(({ values }) => values),
);

/**
 * The service that called for a principal, as `kms:ViaService` has it; only of services that are known to be named so.
 * A service that uses a role of its own does not call for a principal, so of its calls it is not known.
 */
function viaService(
  event: JsonObject,
  { invokedBy, principalArn }: EventCaller,
): string | undefined {
  const region = textOf(event["awsRegion"]);
  const name = /^(?<name>[a-z0-9-]+)\.amazonaws\.com$/.exec(invokedBy ?? "")
    ?.groups?.["name"];
  if (name === undefined || region === undefined) return undefined;
  const isOwnRole = principalArn?.includes(":role/aws-service-role/") === true;
  return viaNames.has(`${name}.\${region}.amazonaws.com`) && !isOwnRole
    ? `${name}.${region}.amazonaws.com`
    : undefined;
}

/** Condition keys that no request like this has, or that follow from who calls; a key that is not listed may be there. */
function isKnownToBeAbsent(name: string, part: EventPart): boolean {
  const rule = absences.find(([form]) => form.test(name))?.[1];
  return rule?.(part) ?? false;
}

type Absence = (part: EventPart) => boolean;

const always: Absence = () => true;
const ofServices: Absence = ({ caller }) => caller.kind === "service";
const ofOthers: Absence = ({ caller }) => caller.kind !== "service";
const direct: Absence = ({ caller }) => caller.invokedBy === undefined;
const outsideSessions: Absence = ({ caller }) => caller.kind !== "session";
const outsideEndpoints: Absence = ({ event }) => !isThroughEndpoint(event);

const withoutSession: Absence = ({ event }) =>
  objectOf(event["userIdentity"])["sessionContext"] === undefined;

/** The parameters are there, and what is not among them was not sent. */
const unsent: Absence = ({ event }) => parametersOf(event) !== undefined;

const withoutConstraints: Absence = ({ event, action }) =>
  action === "kms:CreateGrant" &&
  parametersOf(event) !== undefined &&
  Object.keys(objectOf(parametersOf(event)?.["constraints"])).length === 0;

/** What has an encryption context sends it; about grants it is not known which one counts. */
const withoutContext: Absence = (part) =>
  part.action === "kms:CreateGrant" || part.action === "kms:RetireGrant"
    ? withoutConstraints(part)
    : unsent(part);

/** The first that fits decides. Source: IAM User Guide, "AWS global condition context keys", on when each is there. */
const absences: readonly (readonly [RegExp, Absence])[] = [
  // These follow from the caller.
  [/^aws:Principal(?:Arn|Account|Type|IsAWSService|ServiceName)$/, always],
  [/^kms:CallerAccount$/, always],
  [/^aws:Principal(?:Org|Tag)/, ofServices],
  [/^aws:PrincipalServiceNamesList$/, ofOthers],
  [/^aws:Source(?:Arn|Account|Org)/, ofOthers],
  [/^aws:(?:username|SourceIdentity|Referer)$/, always],
  [/^aws:userid$/, ofServices],
  [/^aws:(?:MultiFactorAuthPresent|TokenIssueTime)$/, withoutSession],
  [
    /^aws:MultiFactorAuthAge$/,
    (part) =>
      withoutSession(part) ||
      sessionPairs(part.event, part.caller).some(
        ([name, value]) =>
          name === "aws:MultiFactorAuthPresent" && value === "false",
      ),
  ],
  [/^aws:(?:FederatedProvider|Ec2Instance)/, outsideSessions],
  [/^aws:CalledVia|^kms:ViaService$/, direct],
  [/^aws:(?:SourceVpce?|VpcSourceIp)$/, outsideEndpoints],
  [/^aws:SourceIp$/, ({ event }) => isThroughEndpoint(event)],
  [/^aws:ResourceAccount$/, ({ key }) => key.resourceAccount !== undefined],
  [/^aws:(?:RequestTag|TagKeys)/, unsent],
  [/^kms:EncryptionContext/, withoutContext],
  [/^kms:GrantConstraintType$/, withoutConstraints],
  [/^kms:(?:RequestAlias|GrantConstraintSourceArn|Retiring)/, unsent],
  [
    /^kms:RecipientAttestation:/,
    ({ event }) =>
      objectOf(event["additionalEventData"])["recipient"] === undefined &&
      parametersOf(event)?.["recipient"] === undefined,
  ],
];
