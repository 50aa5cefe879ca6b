import type { ReplayedEvent } from "../index.ts";
import { readCloudTrail, replay } from "../index.ts";
import { requestText } from "./access.ts";
import type { TextAsked } from "./explain.ts";
import type { Io } from "./io.ts";
import { printProblem } from "./report.ts";

/** What becomes of events of CloudTrail, as a text; undefined where none could be read. */
export function eventsText(io: Io, asked: TextAsked): string | undefined {
  const { text, chosen, format } = asked;
  const { events, problems, skipped } = readCloudTrail(text);
  for (const problem of problems) printProblem(io, asked, problem);
  if (events.length === 0 && problems.length > 0) return undefined;
  const replayed = replay(events, chosen.subject);
  if (format === "text")
    return [
      ...replayed.events.filter(({ flips }) => flips).map(eventText),
      `${replayed.events.length} requests, ${replayed.events.filter(({ flips }) => flips).length} of them decided otherwise; ${replayed.ofOtherKeys} of other keys, ${skipped} of other services\n`,
    ].join("");
  const json = {
    events: replayed.events.map(eventJson),
    ofOtherKeys: replayed.ofOtherKeys,
    skipped,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function eventJson({ event, request, ...rest }: ReplayedEvent) {
  return {
    name: event.name,
    time: event.time,
    request,
    recorded: event.outcome,
    keyPolicy: rest.after,
    flips: rest.flips,
    reason: rest.reason,
    missing: rest.missing,
  };
}

function eventText({ event, request, reason, missing, after }: ReplayedEvent) {
  return [
    `${event.time} ${requestText(request)}\n`,
    `    recorded: ${event.outcome}, the key policy now: ${after}: ${reason}\n`,
    ...(missing.length === 0
      ? []
      : [`    not told by the event: ${missing.join(", ")}\n`]),
  ].join("");
}
