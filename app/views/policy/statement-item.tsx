import { useEffect, useRef, type KeyboardEvent } from "react";
import type { Key, PolicyEntry } from "../../../core/index.ts";
import { isVerbatim, printPath } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { hasDraft } from "../../state/drafts.ts";
import { selectPath, setView } from "../../state/select.ts";
import { countBySeverity, isSelected } from "../../state/selectors.ts";
import { moveStatement, removeStatement } from "../../state/statement-edits.ts";
import { getState, useApp } from "../../state/store.ts";
import { useFindings } from "../../state/use-findings.ts";
import { policyText } from "../../text/policy.ts";
import { classNames } from "../../ui/class-names.ts";
import { Counts } from "../../ui/count.tsx";
import { EffectIcon, Icon } from "../../ui/icons.tsx";
import { ElsewhereNote } from "./elsewhere-note.tsx";
import { Grip, useDropPlace } from "./grip.tsx";
import { SentenceText } from "./sentence-text.tsx";
import { StatementEditor } from "./statement-editor.tsx";
import { VerbatimEditor } from "./verbatim-editor.tsx";

interface Props {
  readonly keyOfItem: Key;
  readonly entry: PolicyEntry;
  readonly number: number;
}

/** The place of an own statement in the design; undefined for the others. */
function ownIndex({ path, provenance }: PolicyEntry): number | undefined {
  const at = path[4];
  return provenance === "own" && typeof at === "number" ? at : undefined;
}

/** One statement: its sentence, and opened its editor or where else it is edited. */
export function StatementItem({ keyOfItem, entry, number }: Props) {
  const { path } = entry;
  const at = ownIndex(entry);
  const item = useRef<HTMLLIElement>(null);
  const selected = useApp((state) => isSelected(state, path));
  const fromCode = useApp(({ selection }) => selection.origin !== "control");
  const row = at ?? -number;
  const open = useApp(({ view }) => view.openStatement === row);
  const drop = useDropPlace(keyOfItem, at);
  useEffect(() => {
    if (selected && fromCode)
      item.current?.scrollIntoView({ block: "nearest" });
  }, [selected, fromCode]);
  return (
    <li
      ref={item}
      className={classNames(
        "statement",
        selected && "statement-selected",
        drop.over && "statement-drop",
      )}
      data-path={printPath(path)}
      onFocusCapture={() => selectPath(path, "control")}
      {...drop.handlers}
    >
      <div className="statement-row">
        {at === undefined ? (
          <span className="grip-space" />
        ) : (
          <Grip at={at} number={number} />
        )}
        <RowButton
          keyOfItem={keyOfItem}
          entry={entry}
          number={number}
          open={open}
          row={row}
        />
      </div>
      {open && <Opened keyOfItem={keyOfItem} entry={entry} />}
    </li>
  );
}

function RowButton({
  keyOfItem,
  entry,
  number,
  open,
  row,
}: Props & { readonly open: boolean; readonly row: number }) {
  const { error, warning } = countBySeverity(useFindings(entry.path));
  const at = ownIndex(entry);
  const { statement } = entry;
  const verbatim = statement !== undefined && isVerbatim(statement);
  const unfinished = useApp(
    ({ drafts }) =>
      at !== undefined &&
      hasDraft(drafts, draftId(keyOfItem.id, "statements", at)),
  );
  return (
    <button
      type="button"
      className="statement-main"
      aria-expanded={open}
      onClick={() => setView({ openStatement: open ? null : row })}
      onKeyDown={(event) => {
        if (at !== undefined) onRowKey(event, keyOfItem, at);
      }}
    >
      <span className="statement-number">
        <span className="visually-hidden">{policyText.number(number)}</span>
        <span aria-hidden="true">{number}</span>
      </span>
      <span className={`effect-${entry.effect.toLowerCase()}`}>
        <EffectIcon effect={entry.effect} />
        <span className="visually-hidden">{entry.effect}</span>
      </span>
      <SentenceText sentence={entry.sentence} short={open} />
      <span className="grow" />
      {unfinished && !open && (
        <span className="unfinished">{policyText.unfinished}</span>
      )}
      <Counts errors={error} warnings={warning} />
      <span className="provenance">
        {verbatim
          ? policyText.verbatim
          : policyText.provenance[entry.provenance]}
      </span>
      <Icon name={open ? "up" : "down"} />
    </button>
  );
}

function Opened({ keyOfItem, entry }: Omit<Props, "number">) {
  const at = ownIndex(entry);
  const { statement, provenance, path } = entry;
  if (statement === undefined || at === undefined)
    return provenance === "own" ? null : (
      <ElsewhereNote keyOfNote={keyOfItem} provenance={provenance} />
    );
  const place = { keyOfStatement: keyOfItem, at, path };
  return isVerbatim(statement) ? (
    <VerbatimEditor {...place} statement={statement} />
  ) : (
    <StatementEditor {...place} statement={statement} />
  );
}

function onRowKey(event: KeyboardEvent, key: Key, at: number): void {
  if (getState().session.readOnly) return;
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (event.altKey && step !== undefined) {
    event.preventDefault();
    const row = event.currentTarget.closest("li");
    moveStatement(key, at, at + step);
    focusSibling(row, step);
  } else if (event.key === "Delete") {
    event.preventDefault();
    removeStatement(key, at);
  }
}

/** Rows are drawn by place, so the moved statement will be in the neighbouring row, which is there already: a second press finds it. */
function focusSibling(row: Element | null, step: number): void {
  const next = step < 0 ? row?.previousElementSibling : row?.nextElementSibling;
  next?.querySelector<HTMLElement>(".statement-main")?.focus();
}
