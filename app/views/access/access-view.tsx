import { useMemo, useRef, useState } from "react";
import type { Key, OwnedKey, Subject } from "../../../core/index.ts";
import { isOwned } from "../../../core/index.ts";
import { openRequestTest } from "../../state/request-test.ts";
import { setView } from "../../state/select.ts";
import { useApp } from "../../state/store.ts";
import type { AccessCell } from "../../state/view.ts";
import { accessText } from "../../text/access.ts";
import { whyText } from "../../text/why.ts";
import { Button } from "../../ui/button.tsx";
import { useWidth } from "../../ui/use-width.ts";
import { AccessBar } from "./access-bar.tsx";
import "./access.css";
import "./cards.css";
import { Cards } from "./cards.tsx";
import {
  cellIn,
  columnWith,
  shownColumns,
  type ShownColumn,
} from "./columns.ts";
import { Legend } from "./legend.tsx";
import { linesOf } from "./lines.ts";
import { Matrix, type MatrixEvents, type MatrixProps } from "./matrix.tsx";
import type { StatementFacts } from "./statement-facts.ts";
import { exampleOf, type ChosenCell } from "./story.ts";
import { useAccess, useSubject, type Access } from "./use-access.ts";
import { WhyPanel } from "./why-panel.tsx";

/** Below this width, in pixels, the matrix is cards. */
const roomForMatrix = 560;

/** Who can do what with the key, why, and how to change it. */
export function AccessView({
  keyOfAccess: key,
}: {
  readonly keyOfAccess: Key;
}) {
  const subject = useSubject(key);
  const [width, box] = useWidth();
  return (
    <div className="access" ref={box}>
      {subject === undefined || !isOwned(key) ? (
        <p className="access-existing">{accessText.existing}</p>
      ) : (
        <AccessOfKey
          key={key.id}
          keyOfAccess={key}
          subject={subject}
          isNarrow={(width ?? roomForMatrix) < roomForMatrix}
        />
      )}
    </div>
  );
}

function AccessOfKey({
  keyOfAccess: key,
  subject,
  isNarrow,
}: {
  readonly keyOfAccess: OwnedKey;
  readonly subject: Subject;
  readonly isNarrow: boolean;
}) {
  const access = useAccess(key, subject);
  const [search, setSearch] = useState("");
  const shown = useShown(access, search);
  const selected = useApp(({ view }) => view.accessCell);
  const chosen = chosenCell(access, shown.columns, selected);
  const setTo = useRef<HTMLDivElement>(null);
  const matrix = useRef<HTMLDivElement>(null);
  const example = chosen && exampleOf(chosen);
  const events: MatrixEvents = {
    ...shown.events,
    select: (cell) => setView({ accessCell: cell }),
    enter: () => focusFirst(setTo.current, ".segment"),
    test: () => {
      if (example !== undefined) openRequestTest(example, { key: key.id });
    },
  };
  return (
    <>
      <AccessBar access={access} search={search} onSearch={setSearch} />
      <Legend rows={access.rows} />
      {shown.lines.length === 0 && access.rows.length > 0 ? (
        <NobodyFits onShowAll={() => setSearch("")} />
      ) : (
        <Rows
          isNarrow={isNarrow}
          name={key.id}
          access={access}
          {...shown}
          selected={selected}
          on={events}
          box={matrix}
        />
      )}
      {chosen === undefined ? (
        <p className="why-hint">{whyText.hint}</p>
      ) : (
        <WhyPanel
          keyOfCell={key}
          access={access}
          chosen={chosen}
          setTo={setTo}
          onLeave={() => focusFirst(matrix.current, '[tabindex="0"]')}
        />
      )}
    </>
  );
}

function Rows({
  isNarrow,
  ...props
}: MatrixProps & { readonly isNarrow: boolean }) {
  return isNarrow ? <Cards {...props} /> : <Matrix {...props} />;
}

function NobodyFits({ onShowAll }: { readonly onShowAll: () => void }) {
  return (
    <p className="access-none">
      {accessText.none}
      <Button
        variant="link"
        onClick={() => {
          onShowAll();
          setView({ accessFilter: "all" });
        }}
      >
        {accessText.showAll}
      </Button>
    </p>
  );
}

function focusFirst(part: HTMLElement | null, what: string): void {
  (part?.querySelector<HTMLElement>(what) ?? part)?.focus();
}

/** What of the matrix is shown: its lines and its columns, and what opens and closes them. */
function useShown(access: Access, search: string) {
  const columns = useToggles();
  const groups = useToggles();
  const folds = useToggles();
  const filter = useApp(({ view }) => view.accessFilter);
  const order = useApp(({ view }) => view.accessOrder);
  const { rows, statements } = access;
  const shown = useMemo(
    () => shownColumns(access.columns, columns.on),
    [access.columns, columns.on],
  );
  const lines = useMemo(
    () =>
      linesOf(
        rows,
        { search, filter, order, closed: groups.on, unfolded: folds.on },
        (list) => conditionsOf(list, statements),
      ),
    [rows, search, filter, order, groups.on, folds.on, statements],
  );
  return {
    lines,
    columns: shown,
    openColumns: columns.on,
    events: {
      toggleColumn: columns.toggle,
      toggleGroup: groups.toggle,
      toggleFold: folds.toggle,
    },
  };
}

/** The cell that is explained; none where the matrix has it no more. */
function chosenCell(
  { rows, columns }: Access,
  shown: readonly ShownColumn[],
  selected: AccessCell | null,
): ChosenCell | undefined {
  if (selected === null) return undefined;
  const row = rows.find(({ id }) => id === selected.row);
  const column = columnWith(shown, columns, selected.column);
  const cell = row && column && cellIn(row.cells, column);
  return row && column && cell
    ? { row, column, columnId: columns[column.of]?.id ?? "", cell }
    : undefined;
}

/** A set of names that are switched on and off. */
function useToggles() {
  const [on, setOn] = useState<ReadonlySet<string>>(() => new Set());
  return {
    on,
    toggle: (id: string) =>
      setOn((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
  };
}

function conditionsOf(
  list: readonly number[],
  statements: readonly StatementFacts[],
): string {
  const texts = list.map((index) =>
    JSON.stringify(statements[index]?.conditions ?? {}),
  );
  return [...new Set(texts)].toSorted().join(" ");
}
