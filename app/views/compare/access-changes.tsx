import { useMemo } from "react";
import type { AccessComparison, Design, Subject } from "../../../core/index.ts";
import { subjectOfKey } from "../../state/access.ts";
import { compareAsked } from "../../state/proofs.ts";
import { useApp, type Baseline, type OpenDocument } from "../../state/store.ts";
import { compareText as words } from "../../text/compare.ts";
import { proofsText } from "../../text/proofs.ts";
import { keyed } from "../../ui/keyed.ts";
import type { DesignChanges } from "../../workers/questions.ts";
import { sameKey } from "../../workers/same-key.ts";
import { useMeaning, type Asked } from "../../workers/use-meaning.ts";
import { Assumptions } from "../proofs/assumptions.tsx";
import { VerdictIcon } from "../proofs/verdict-icon.tsx";
import { WorkState } from "../proofs/work-state.tsx";
import { ChangeItem, type ShownChange } from "./change-item.tsx";

/** Who gained and who lost access since the baseline, key by key. */
export function AccessChanges({ baseline }: { readonly baseline: Baseline }) {
  const document = useApp((state) => state.document);
  return document && <Changes document={document} baseline={baseline} />;
}

function Changes({
  document,
  baseline,
}: {
  readonly document: OpenDocument;
  readonly baseline: Baseline;
}) {
  const asked = useMemo(
    () => compareAsked(document, baseline.design),
    [document, baseline.design],
  );
  return (
    <AccessBetween
      asked={asked}
      base={baseline.design}
      head={document.design}
    />
  );
}

/** Who gains and who loses access from one design to another, key by key. */
export function AccessBetween({
  asked,
  base,
  head,
}: {
  readonly asked: Asked<"compare">;
  readonly base: Design;
  readonly head: Design;
}) {
  const meaning = useMeaning<"compare">(asked);
  const { parts } = meaning.answer;
  const keys = parts.flatMap((part) => part.keys);
  return (
    <section className="access-changes" aria-label={words.access}>
      <WorkState
        meaning={meaning}
        working={words.comparing}
        stopped={proofsText.stopped}
        failed={proofsText.failed}
      />
      {keys.map((comparison) => (
        <OfKey
          key={comparison.key}
          comparison={comparison}
          base={base}
          head={head}
        />
      ))}
      {parts
        .flatMap(({ added }) => added)
        .map((id) => (
          <p key={id}>{words.newKey(id)}</p>
        ))}
      {parts
        .flatMap(({ removed }) => removed)
        .map((id) => (
          <p key={id}>{words.goneKey(id)}</p>
        ))}
    </section>
  );
}

interface OfKeyProps {
  readonly comparison: DesignChanges["keys"][number];
  readonly base: Design;
  readonly head: Design;
}

function OfKey({ comparison, base, head }: OfKeyProps) {
  const { key: id } = comparison;
  const now = useMemo(() => subjectIn(head, id), [head, id]);
  const before = useMemo(() => {
    const key = head.keys.find((one) => one.id === id);
    return subjectIn(base, key && sameKey(key, base.keys, head.keys)?.id);
  }, [base, head, id]);
  return (
    <section aria-label={words.accessOf(id)}>
      <h2>{words.accessOf(id)}</h2>
      <Verdict comparison={comparison} />
      <Lists comparison={comparison} keyId={id} before={before} now={now} />
      <Assumptions list={comparison.assumptions} />
    </section>
  );
}

function subjectIn(design: Design, id: string | undefined) {
  const key = design.keys.find((one) => one.id === id);
  return key && subjectOfKey(design, key);
}

function Verdict({
  comparison: { verdict, reason },
}: {
  readonly comparison: AccessComparison;
}) {
  const tones = {
    equivalent: "good",
    narrower: "good",
    wider: "bad",
    incomparable: "open",
    unknown: "unknown",
  } as const;
  return (
    <p className="access-verdict" role="status">
      <VerdictIcon tone={tones[verdict]} />
      <span>
        <b>{words.verdicts[verdict]}</b> {reason}
      </span>
    </p>
  );
}

function Lists({
  comparison: { gained, lost, strengthened },
  keyId,
  before,
  now,
}: {
  readonly comparison: AccessComparison;
  readonly keyId: string;
  readonly before: Subject | undefined;
  readonly now: Subject | undefined;
}) {
  if (gained.length + lost.length + strengthened.length === 0) return null;
  const shown = (
    kind: ShownChange["kind"],
    subject: Subject | undefined,
  ): Pick<ShownChange, "kind" | "subject" | "keyId"> => ({
    kind,
    subject,
    keyId,
  });
  return (
    <div className="access-lists">
      <ChangeList
        title={words.gained}
        sign="+"
        changes={gained.map((one) => ({
          ...shown("gained", now),
          change: one,
        }))}
      />
      <ChangeList
        title={words.lost}
        sign="−"
        changes={lost.map((one) => ({ ...shown("lost", before), change: one }))}
      />
      {strengthened.length > 0 && (
        <ChangeList
          title={words.strengthened}
          sign="="
          changes={strengthened.map((one) => ({
            ...shown("strengthened", now),
            change: one,
          }))}
        />
      )}
    </div>
  );
}

function ChangeList({
  title,
  sign,
  changes,
}: {
  readonly title: string;
  readonly sign: string;
  readonly changes: readonly ShownChange[];
}) {
  return (
    <section className="access-list" aria-label={title}>
      <h3>
        <span className="access-sign" aria-hidden="true">
          {sign}
        </span>
        {title}
      </h3>
      {changes.length === 0 ? (
        <p className="request-note">{words.nobody}</p>
      ) : (
        <ul>
          {keyed(changes, nameOf).map(({ key, item }) => (
            <ChangeItem key={key} shown={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

function nameOf({ change }: ShownChange): string {
  return `${change.principal} ${change.statements.join()}`;
}
