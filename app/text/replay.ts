import type { ReplayedEvent } from "../../core/index.ts";

/** The words of the replay of recorded requests. */
export const replayText = {
  lead: "Events of AWS CloudTrail are asked of two policies: what would have been decided otherwise? Nothing leaves this page.",
  events: "CloudTrail events",
  eventsHelp:
    "An event, a log file, what lookup-events prints, or one event a line. Paste it here or drop a file, also .gz.",
  choose: "Choose a log file",
  clear: "Clear",
  file: (name: string, size: string) => `${name}, ${size}`,
  tooLarge: (name: string, limit: string) =>
    `${name} has more than ${limit}: take a shorter stretch of time.`,
  unreadable: (name: string) => `${name} cannot be read.`,
  pasted: "Pasted text",
  base: "From",
  baseline: (name: string) => `the baseline, ${name}`,
  saved: (edits: number) =>
    edits === 1
      ? "the design before the last edit, as there is no baseline"
      : `the design before the last ${edits} edits, as there is no baseline`,
  unchanged:
    "the design as it is saved, which has no edit to undo and no baseline",
  head: "to the design as it is now",
  noBase: "The key is not in what is compared with.",
  key: "Key in the events",
  allKeys: (count: number) => `All keys, ${count}`,
  keyOption: (resource: string, count: number) => `${resource}, ${count}`,
  working: (done: number, all: number) =>
    all === 0 ? "Reading the events" : `Replaying: ${done} of ${all}`,
  cancel: "Cancel",
  stopped: "Stopped before it was done.",
  failed: "This could not be replayed:",
  again: "Replay again",
  flips: (count: number) =>
    count === 1
      ? "1 request is decided otherwise"
      : `${count} requests are decided otherwise`,
  noFlips: "No request is decided otherwise",
  flipsList: "Requests that are decided otherwise",
  more: (count: number) => `and ${count} more`,
  same: "As before:",
  times: (count: number, first: string, last: string) =>
    first === last
      ? `${count} times, ${first}`
      : `${count} times, ${first} to ${last}`,
  becomes: "becomes",
  says: {
    direct: "Allowed",
    account: "IAM decides",
    deny: "Denied",
    none: "Not allowed",
    unknown: "Unknown",
    allowed: "Allowed",
    denied: "Denied",
    failed: "Failed",
  } satisfies Record<ReplayedEvent["before"], string>,
  counted: {
    direct: "allowed",
    account: "left to IAM policies",
    deny: "denied",
    none: "not allowed",
    unknown: "not known",
  } satisfies Record<ReplayedEvent["after"], string>,
  hangsOn: (keys: string) => `The event does not tell ${keys}.`,
  recorded: {
    allowed: "was allowed",
    denied: "was denied",
    failed: "failed for another reason",
  },
  counts: (requests: number) =>
    requests === 1 ? "1 request" : `${requests} requests`,
  others: (count: number) => `${count} for other keys`,
  skipped: (count: number) => `${count} events of other services`,
  missing: "What events do not tell",
  missingHelp:
    "A policy may ask for these, and an event does not say whether the request had them: an answer that hangs on one may be another.",
  missingOf: (key: string, count: number) =>
    count === 1 ? `${key} in 1 request` : `${key} in ${count} requests`,
  problems: "What could not be read",
  test: "Test it",
};
