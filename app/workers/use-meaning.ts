import { useSyncExternalStore } from "react";
import { Inquiry, type Answer } from "./inquiry.ts";
import type { Ask, Kind } from "./questions.ts";

/** A question, and what its answer depends on. */
export interface Asked<K extends Kind> {
  readonly ask: Ask<K>;
  /** A text of all that the answer depends on: it is the same as long as the answer is. */
  readonly dependsOn: string;
  /** What the question is about: the last answer about it is shown until there is a new one. */
  readonly about: string;
}

/** An answer as a view shows it. */
export interface Meaning<K extends Kind> {
  /** The answer, or the last one while it is worked out again, or its beginning where there was none. */
  readonly answer: Answer<K>;
  /** It is the answer to the question as it is now. */
  readonly isCurrent: boolean;
  /** How the work stands; its progress is worth showing where `isSlow`. */
  readonly work: Answer<K>;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** How many answers are kept. */
const room = 24;

/** What was asked of a kind, by what the answer depends on, the latest last; and the last answer by what it is about. */
interface Memory<K extends Kind> {
  readonly inquiries: Map<string, Inquiry<K>>;
  readonly last: Map<string, Inquiry<K>>;
}

const memories: { readonly [K in Kind]: Memory<K> } = {
  access: { inquiries: new Map(), last: new Map() },
  binding: { inquiries: new Map(), last: new Map() },
  report: { inquiries: new Map(), last: new Map() },
  claims: { inquiries: new Map(), last: new Map() },
  findings: { inquiries: new Map(), last: new Map() },
  compare: { inquiries: new Map(), last: new Map() },
  calls: { inquiries: new Map(), last: new Map() },
  replay: { inquiries: new Map(), last: new Map() },
};

function inquiryOf<K extends Kind>({ ask, dependsOn, about }: Asked<K>) {
  const { inquiries, last }: Memory<K> = memories[ask.kind];
  const known = inquiries.get(dependsOn);
  inquiries.delete(dependsOn);
  const inquiry =
    known ??
    new Inquiry<K>(ask, (done) => {
      last.set(about, done);
    });
  inquiries.set(dependsOn, inquiry);
  for (const kept of [inquiries, last])
    for (const oldest of kept.keys()) if (kept.size > room) kept.delete(oldest);
  return { inquiry, last };
}

/**
 * The answer to a question about the design. Everybody who asks the same shares the answer, and a newer question of a
 * view ends the work on its older one.
 */
export function useMeaning<K extends Kind>(asked: Asked<K>): Meaning<K> {
  const { about } = asked;
  const { inquiry, last } = inquiryOf(asked);
  const work = useSyncExternalStore(inquiry.listen, inquiry.read);
  const isCurrent = work.status === "done";
  if (isCurrent) last.set(about, inquiry);
  const before = isCurrent ? undefined : last.get(about);
  return {
    answer: before?.read() ?? work,
    isCurrent,
    work,
    cancel: inquiry.cancel,
    again: inquiry.again,
  };
}
