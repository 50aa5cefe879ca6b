import { useMemo } from "react";
import type { ReplayedEvent } from "../../../core/index.ts";
import { keysOf } from "../../../core/index.ts";
import { openRequestTest } from "../../state/request-test.ts";
import { replayText as words } from "../../text/replay.ts";
import { Button } from "../../ui/button.tsx";
import { keyed } from "../../ui/keyed.ts";
import { sentence } from "./sentence.ts";
import type { KeyPolicySays, ReplayPart } from "../../workers/replay-work.ts";
import type { Meaning } from "../../workers/use-meaning.ts";
import { WorkState } from "../proofs/work-state.tsx";
import { ProblemText } from "../fields/problem-text.tsx";

/** So many requests are listed one by one. */
const mostListed = 200;

/** Which requests are decided otherwise, how many are not, and what is not known of them. */
export function ReplayResult({
  meaning,
  keyId,
}: {
  readonly meaning: Meaning<"replay">;
  readonly keyId: string;
}) {
  const { answer, work } = meaning;
  const { head, parts } = answer;
  const flips = useMemo(() => parts.flatMap((part) => part.flips), [parts]);
  const others = parts.reduce(
    (sum, { ofOtherKeys }) => sum + ofOtherKeys,
    head?.others ?? 0,
  );
  return (
    <>
      <WorkState
        meaning={meaning}
        working={words.working(
          Math.min(work.parts.length * 100, work.head?.requests ?? 0),
          work.head?.requests ?? 0,
        )}
        stopped={words.stopped}
        failed={words.failed}
      />
      {head !== undefined && (
        <>
          <h2>
            {flips.length === 0 ? words.noFlips : words.flips(flips.length)}
          </h2>
          <Flips flips={flips} keyId={keyId} />
          <Counts parts={parts} />
          <p className="request-note">
            {[
              words.counts(head.requests),
              ...(others > 0 ? [words.others(others)] : []),
              ...(head.skipped > 0 ? [words.skipped(head.skipped)] : []),
            ].join(", ")}
          </p>
          <Missing parts={parts} />
          {head.problems.length > 0 && (
            <details open={head.requests === 0}>
              <summary>{words.problems}</summary>
              <ul>
                {keyed(
                  head.problems.slice(0, mostListed),
                  ({ message }) => message,
                ).map(({ key, item }) => (
                  <li key={key}>
                    <ProblemText problem={item} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </>
  );
}

/** Requests that are the same, and decided alike. */
interface SameFlips {
  readonly id: string;
  readonly first: ReplayedEvent;
  readonly last: ReplayedEvent;
  readonly count: number;
}

function together(flips: readonly ReplayedEvent[]): readonly SameFlips[] {
  const groups = new Map<string, SameFlips>();
  for (const flip of flips) {
    const { request, before, after, event } = flip;
    const id = JSON.stringify([request, before, after, event.outcome]);
    const known = groups.get(id) ?? { id, first: flip, last: flip, count: 0 };
    groups.set(id, { ...known, last: flip, count: known.count + 1 });
  }
  return [...groups.values()];
}

function Flips({
  flips,
  keyId,
}: {
  readonly flips: readonly ReplayedEvent[];
  readonly keyId: string;
}) {
  const groups = useMemo(() => together(flips), [flips]);
  if (groups.length === 0) return null;
  return (
    <ul className="flips" aria-label={words.flipsList}>
      {groups.slice(0, mostListed).map((group) => (
        <FlipRow key={group.id} group={group} keyId={keyId} />
      ))}
      {groups.length > mostListed && (
        <li>{words.more(groups.length - mostListed)}</li>
      )}
    </ul>
  );
}

function FlipRow({
  group: { first, last, count },
  keyId,
}: {
  readonly group: SameFlips;
  readonly keyId: string;
}) {
  const { event, request, before, after, reason, missing } = first;
  const when =
    count === 1 ? event.time : words.times(count, event.time, last.event.time);
  return (
    <li className="flip">
      <span className="flip-answers">
        <b className={toneClass(before)}>{words.says[before]}</b>{" "}
        <span aria-hidden="true">→</span>
        <span className="visually-hidden">{words.becomes}</span>{" "}
        <b className={toneClass(after)}>{words.says[after]}</b>
      </span>
      <span className="flip-text">
        <code>{request.principal}</code> <code>{request.action}</code>
        <span className="request-note">
          {sentence(reason)} {when}: {words.recorded[event.outcome]}.{" "}
          {missing.length > 0 && words.hangsOn(missing.join(", "))}
        </span>
      </span>
      <Button
        variant="link"
        onClick={() => openRequestTest(request, { key: keyId })}
      >
        {words.test}
      </Button>
    </li>
  );
}

function toneClass(says: ReplayedEvent["before"]): string {
  const isGiven = ["direct", "allowed", "account"].includes(says);
  return isGiven ? "is-allowed" : "is-denied";
}

function Counts({ parts }: { readonly parts: readonly ReplayPart[] }) {
  const total = (says: KeyPolicySays) =>
    parts.reduce((sum, { same }) => sum + same[says], 0);
  const counts = keysOf(words.counted)
    .map((says) => ({ says, count: total(says) }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  return (
    <p>
      {words.same}{" "}
      {counts
        .map(({ says, count }) => `${count} ${words.counted[says]}`)
        .join(", ")}
    </p>
  );
}

function Missing({ parts }: { readonly parts: readonly ReplayPart[] }) {
  const counts = new Map<string, number>();
  for (const { missing } of parts)
    for (const [key, count] of Object.entries(missing))
      counts.set(key, (counts.get(key) ?? 0) + count);
  if (counts.size === 0) return null;
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a);
  return (
    <details className="missing">
      <summary>{words.missing}</summary>
      <p className="request-note">{words.missingHelp}</p>
      <ul>
        {sorted.map(([key, count]) => (
          <li key={key}>{words.missingOf(key, count)}</li>
        ))}
      </ul>
    </details>
  );
}
