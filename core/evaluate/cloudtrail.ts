import type { KmsAction } from "../kms/actions.ts";
import { kmsActionNames, kmsActions } from "../kms/actions.ts";
import type { JsonObject } from "../problem/json.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { callerOf } from "./cloudtrail-caller.ts";
import { contextOf } from "./cloudtrail-context.ts";
import { textOf } from "./cloudtrail-fields.ts";
import { keyOf } from "./cloudtrail-keys.ts";
import { eventRecords } from "./cloudtrail-records.ts";

/** A request to AWS KMS that AWS CloudTrail recorded, and how it ended. */
export interface CloudTrailRequest {
  /** The name of the event, such as `Decrypt`. */
  readonly name: string;
  /** When it was, as the event says. */
  readonly time: string;
  /** The request, of the form in which the command line and the tests of a design have them. */
  readonly request: RecordedRequest;
  /** `failed`: an error other than denied access, which does not say whether access was given. */
  readonly outcome: "allowed" | "denied" | "failed";
  /** The code of the error, where there was one. */
  readonly error?: string;
  /** Condition keys that a policy may ask for, which the request may have had and the event does not tell. */
  readonly missing: readonly string[];
  /** The position of the event in the text. */
  readonly at: number;
}

/** What an event tells of a request; what it does not tell is left out. */
export interface RecordedRequest {
  readonly principal: string;
  readonly principalArn?: string;
  readonly action: KmsAction;
  readonly resource?: string;
  readonly resourceAccount?: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

/** The requests to AWS KMS in a text, and what could not be read of it. */
export interface CloudTrailReading {
  readonly events: readonly CloudTrailRequest[];
  readonly problems: readonly Problem[];
  /** How many events are of other services. */
  readonly skipped: number;
}

/**
 * The requests to AWS KMS that a text of AWS CloudTrail has recorded: an event, a log file, a list, lines, or the
 * answer of `aws cloudtrail lookup-events`. A `ReEncrypt` is two requests, one on each key. Nothing is guessed: an event
 * that does not tell who called is a problem, and what a request may have had besides is listed with it.
 */
export function readCloudTrail(text: string): CloudTrailReading {
  const { records, problems } = eventRecords(text);
  const ofKms = records.flatMap((record, at) =>
    record.event["eventSource"] === "kms.amazonaws.com"
      ? [{ ...record, at }]
      : [],
  );
  const read = ofKms.map(({ event, path, at }) => requestsOf(event, path, at));
  return {
    events: read.flatMap(({ events }) => events),
    problems: [...problems, ...read.flatMap((one) => one.problems)],
    skipped: records.length - ofKms.length,
  };
}

type EventReading = Pick<CloudTrailReading, "events" | "problems">;

function requestsOf(event: JsonObject, path: Path, at: number): EventReading {
  const name = textOf(event["eventName"]) ?? "";
  const actions = actionsOf(name);
  if (actions.length === 0) return noRequest(operationProblem(name, path));
  const caller = callerOf(event);
  if (typeof caller === "string")
    return noRequest(callerProblem(`${name}: ${caller}`, path));
  const { principal, principalArn } = caller;
  const events = actions.map((action): CloudTrailRequest => {
    const key = keyOf(event, action);
    const { context, missing } = contextOf({ event, action, caller, key });
    const { resource, resourceAccount } = key;
    return {
      name,
      time: textOf(event["eventTime"]) ?? "",
      request: {
        principal,
        ...(principalArn !== undefined && { principalArn }),
        action,
        ...(resource !== undefined && { resource }),
        ...(resourceAccount !== undefined && { resourceAccount }),
        context,
      },
      ...outcomeOf(event),
      missing,
      at,
    };
  });
  return { events, problems: [] };
}

function noRequest(problem: Problem): EventReading {
  return { events: [], problems: [problem] };
}

/** The actions that an operation needs; nearly always one. */
function actionsOf(operation: string): readonly KmsAction[] {
  return kmsActionNames.filter((action) => {
    const { operation: name = action.slice("kms:".length) } =
      kmsActions[action];
    return name === operation;
  });
}

/** A dry run that would have been let through ends with an error of its own. Source: AWS KMS API Reference, "Testing your permissions". */
function outcomeOf(
  event: JsonObject,
): Pick<CloudTrailRequest, "outcome" | "error"> {
  const error = textOf(event["errorCode"]);
  if (error === undefined) return { outcome: "allowed" };
  if (error.startsWith("AccessDenied")) return { outcome: "denied", error };
  return error.startsWith("DryRunOperation")
    ? { outcome: "allowed", error }
    : { outcome: "failed", error };
}

function operationProblem(name: string, path: Path): Problem {
  return {
    code: "cloudtrail/operation",
    severity: "info",
    path,
    message: `\`${name}\` is no operation that a policy decides about`,
    help: "events of what AWS KMS does by itself, such as a rotation, are left out",
  };
}

function callerProblem(message: string, path: Path): Problem {
  return {
    code: "cloudtrail/caller",
    severity: "warning",
    path: [...path, "userIdentity"],
    message,
    help: "take the event from the trail of the account that called, which has the ARN of the caller",
  };
}
