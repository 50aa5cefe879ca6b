import { useEffect, useRef } from "react";
import type { OwnedKey, PolicyEntry } from "../../../core/index.ts";
import {
  isDisabled,
  isInKeyPolicy,
  isVerbatim,
  printPath,
} from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { hasDraft } from "../../state/drafts.ts";
import { selectPath, setView, showTab } from "../../state/select.ts";
import { countBySeverity } from "../../state/findings.ts";
import { isSelected } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { useFindings } from "../../state/use-findings.ts";
import { policyText, type StatementMark } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Counts } from "../../ui/count.tsx";
import { EffectIcon, Icon } from "../../ui/icons.tsx";
import { loadable } from "../../ui/loadable.tsx";
import { ElsewhereNote } from "./elsewhere-note.tsx";
import { Grip, useDropPlace } from "./grip.tsx";
import { onRowKey, rowKeys } from "./row-keys.ts";
import { OtherAccounts } from "./other-accounts.tsx";
import { SentenceText } from "./sentence-text.tsx";
import { StandingMark } from "./standing-mark.tsx";
import { StatementEditor } from "./statement-editor.tsx";
import { StatementMenu } from "./statement-menu.tsx";
import { VerbatimEditor } from "./verbatim-editor.tsx";

const RecipeTitle = loadable(() =>
  import("../recipes/recipe-title.tsx").then((m) => m.RecipeTitle),
);
const RecipeNote = loadable(() =>
  import("../recipes/recipe-note.tsx").then((m) => m.RecipeNote),
);

interface Props {
  readonly keyOfItem: OwnedKey;
  readonly entry: PolicyEntry;
  readonly number: number;
  /** The statements that the CDK puts into one with it, by number. */
  readonly mergedWith: readonly number[];
  /** What is known of it as a part of the policy. */
  readonly marks: readonly StatementMark[];
}

/** The place of an own statement in the design; undefined for the others. */
function ownIndex({ path, provenance }: PolicyEntry): number | undefined {
  const at = path[4];
  return provenance === "own" && typeof at === "number" ? at : undefined;
}

/** One statement: its sentence, and opened its editor or where else it is edited. */
export function StatementItem(props: Props) {
  const { keyOfItem, entry, number } = props;
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
        !isInKeyPolicy(entry) && "statement-off",
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
        <RowButton {...props} open={open} row={row} />
        {at !== undefined && !open ? (
          <StatementMenu keyOfStatement={keyOfItem} at={at} />
        ) : (
          <span className="menu-space" />
        )}
      </div>
      {open && <MarkNotes marks={props.marks} />}
      {open && <Opened keyOfItem={keyOfItem} entry={entry} />}
    </li>
  );
}

function RowButton({
  keyOfItem,
  entry,
  number,
  mergedWith,
  marks,
  open,
  row,
}: Props & { readonly open: boolean; readonly row: number }) {
  const { error, warning } = countBySeverity(useFindings(entry.path));
  const at = ownIndex(entry);
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
      aria-keyshortcuts={at === undefined ? undefined : rowKeys}
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
      {marks.map((mark) => (
        <span
          key={mark}
          className="statement-mark"
          title={policyText.marks[mark].help}
        >
          {policyText.marks[mark].text}
        </span>
      ))}
      <Counts errors={error} warnings={warning} />
      <StandingMark keyOfMark={keyOfItem} path={entry.path} />
      {mergedWith.length > 0 && (
        <span className="merged-with">{policyText.mergedWith(mergedWith)}</span>
      )}
      <Provenance entry={entry} />
      <Icon name={open ? "up" : "down"} />
    </button>
  );
}

function Provenance({ entry }: Pick<Props, "entry">) {
  const isOn = isInKeyPolicy(entry);
  const recipe = entry.statement?.recipe;
  return (
    <span className={classNames("provenance", !isOn && "provenance-off")}>
      {isOn && recipe !== undefined ? (
        <RecipeTitle applied={recipe} />
      ) : (
        provenanceText(entry)
      )}
    </span>
  );
}

/** Why the statement is there, or why it is not. */
function provenanceText(entry: PolicyEntry): string {
  const { provenance, statement } = entry;
  if (statement !== undefined && isDisabled(statement))
    return policyText.disabled;
  if (!isInKeyPolicy(entry)) return policyText.inIdentityPolicy;
  return statement !== undefined && isVerbatim(statement)
    ? policyText.verbatim
    : policyText.provenance[provenance];
}

function MarkNotes({ marks }: Pick<Props, "marks">) {
  return marks.map((mark) => (
    <p key={mark} className="mark-note">
      {policyText.marks[mark].help}{" "}
      {mark === "not-binding" && (
        <Button
          variant="link"
          onClick={() => {
            setView({ accessFilter: "not-binding" });
            showTab("access");
          }}
        >
          {policyText.showInAccess}
        </Button>
      )}
    </p>
  ));
}

function Opened({ keyOfItem, entry }: Pick<Props, "keyOfItem" | "entry">) {
  const at = ownIndex(entry);
  const { statement, path } = entry;
  if (statement === undefined || at === undefined)
    return <ElsewhereNote keyOfNote={keyOfItem} entry={entry} />;
  const place = { keyOfStatement: keyOfItem, at, path };
  return (
    <>
      {statement.recipe !== undefined && (
        <RecipeNote applied={statement.recipe} />
      )}
      {isVerbatim(statement) ? (
        <VerbatimEditor {...place} statement={statement} />
      ) : (
        <StatementEditor {...place} statement={statement} />
      )}
      <OtherAccounts keyOfStatement={keyOfItem} path={path} />
    </>
  );
}
