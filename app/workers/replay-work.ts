import type {
  CloudTrailRequest,
  Design,
  Problem,
  ReplayedEvent,
  Subject,
} from "../../core/index.ts";
import { readCloudTrail, replay, subjectOf } from "../../core/index.ts";
import type { Work } from "./questions.ts";

/** Recorded requests, and the two policies that they are asked of. */
export interface ReplayQuestion {
  /** Events of AWS CloudTrail. */
  readonly text: string;
  readonly base: PolicyOfKey;
  readonly head: PolicyOfKey;
  /** Only the requests for this key; null for all. */
  readonly resource: string | null;
}

/** A key of a design. */
export interface PolicyOfKey {
  readonly design: Design;
  readonly key: string;
}

/** What the text is. */
export interface ReplayHead {
  readonly requests: number;
  /** Events of other services. */
  readonly skipped: number;
  /** Requests for other keys, which were not chosen. */
  readonly others: number;
  /** The keys that the requests are for, the most frequent first. */
  readonly resources: readonly {
    readonly resource: string;
    readonly count: number;
  }[];
  readonly problems: readonly Pick<Problem, "message" | "help">[];
}

/** What became of some of the requests. */
export interface ReplayPart {
  readonly flips: readonly ReplayedEvent[];
  /** How many are decided as before, by what the key policy says. */
  readonly same: Readonly<Record<KeyPolicySays, number>>;
  /** Condition keys that the policy asks for and events do not tell, with the number of requests. */
  readonly missing: Readonly<Record<string, number>>;
  readonly ofOtherKeys: number;
}

/** What a key policy says of a request. */
export type KeyPolicySays = ReplayedEvent["after"];

/** So many requests are asked before the next look at whether anybody waits. */
const portion = 100;

/** Asks recorded requests of two policies; undefined where one of the keys has none. */
export function replayWork(
  question: ReplayQuestion,
): Work<"replay"> | undefined {
  const base = subjectIn(question.base);
  const head = subjectIn(question.head);
  if (base === undefined || head === undefined) return undefined;
  const { events, problems, skipped } = readCloudTrail(question.text);
  const meant = events.filter(
    ({ request: { resource } }) =>
      question.resource === null ||
      resource === undefined ||
      resource === question.resource,
  );
  const starts = Array.from(
    { length: Math.ceil(meant.length / portion) },
    (_, index) => index * portion,
  );
  return {
    head: {
      requests: meant.length,
      others: events.length - meant.length,
      skipped,
      resources: resourcesOf(events),
      problems: problems.map(({ message, help }) => ({ message, help })),
    },
    parts: starts.map(
      (start) => () =>
        replayed(
          question.resource === null
            ? meant.slice(start, start + portion)
            : meant.slice(start, start + portion).map(onTheKey),
          { base, head },
        ),
    ),
  };
}

function subjectIn({ design, key: id }: PolicyOfKey): Subject | undefined {
  const key = design.keys.find((one) => one.id === id);
  return key && subjectOf(design, key);
}

function resourcesOf(
  events: readonly CloudTrailRequest[],
): ReplayHead["resources"] {
  const counts = new Map<string, number>();
  for (const { request } of events)
    if (request.resource !== undefined)
      counts.set(request.resource, (counts.get(request.resource) ?? 0) + 1);
  return [...counts]
    .map(([resource, count]) => ({ resource, count }))
    .toSorted((a, b) => b.count - a.count);
}

interface Sides {
  readonly base: Subject;
  readonly head: Subject;
}

function replayed(
  events: readonly CloudTrailRequest[],
  { base, head }: Sides,
): ReplayPart {
  const { events: all, ofOtherKeys } = replay(events, head, base);
  const same = { direct: 0, account: 0, deny: 0, none: 0, unknown: 0 };
  const missing: Record<string, number> = {};
  for (const { after, flips, missing: keys } of all) {
    if (!flips) same[after] += 1;
    for (const key of keys) missing[key] = (missing[key] ?? 0) + 1;
  }
  return {
    flips: all.filter(({ flips }) => flips),
    same,
    missing,
    ofOtherKeys,
  };
}

/** The key of the design stands for the one of the event, whose ARN the design may not know. */
function onTheKey(event: CloudTrailRequest): CloudTrailRequest {
  const { resource: _, ...request } = event.request;
  return { ...event, request };
}
