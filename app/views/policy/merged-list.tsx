import type {
  MergedEntry,
  OwnedKey,
  PolicyEntry,
} from "../../../core/index.ts";
import { goTo } from "../../state/select.ts";
import { policyText } from "../../text/policy.ts";
import { EffectIcon, Icon } from "../../ui/icons.tsx";
import { keyed } from "../../ui/keyed.ts";
import { numbersOf } from "./numbered-entries.ts";
import { SentenceText } from "./sentence-text.tsx";

/** The statements of the template, each with those it came from; choosing one goes there. */
export function MergedList({
  keyOfPolicy: key,
  entries,
  merged,
  onOpen,
}: {
  readonly keyOfPolicy: OwnedKey;
  readonly entries: readonly PolicyEntry[];
  readonly merged: readonly MergedEntry[];
  readonly onOpen: () => void;
}) {
  return (
    <>
      <p className="editor-help merged-lead">{policyText.formHelp.merged}</p>
      <ol className="statements" aria-label={policyText.mergedLabel(key.id)}>
        {keyed(
          merged,
          ({ entries: [first] }) => first?.path.join("/") ?? "",
        ).map(({ key: name, item }) => (
          <li key={name} className="statement">
            <MergedRow
              entry={item}
              numbers={numbersOf(item, entries)}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function MergedRow({
  entry: { effect, sentence, entries },
  numbers,
  onOpen,
}: {
  readonly entry: MergedEntry;
  readonly numbers: readonly number[];
  readonly onOpen: () => void;
}) {
  const isMerged = numbers.length > 1;
  return (
    <div className="statement-row">
      <span className="grip-space" />
      <button
        type="button"
        className="statement-main"
        onClick={() => {
          const [first] = entries;
          onOpen();
          if (first !== undefined) goTo(first.path);
        }}
      >
        <span className={`effect-${effect.toLowerCase()}`}>
          <EffectIcon effect={effect} />
          <span className="visually-hidden">{effect}</span>
        </span>
        <SentenceText sentence={sentence} short={false} />
        <span className="grow" />
        {isMerged && <Icon name="merge" />}
        <span className={isMerged ? "merged-with" : "provenance"}>
          {policyText.mergedFrom(numbers)}
        </span>
      </button>
    </div>
  );
}
