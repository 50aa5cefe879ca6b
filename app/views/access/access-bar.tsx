import { useState } from "react";
import { setView } from "../../state/select.ts";
import { useApp } from "../../state/store.ts";
import {
  accessFilters,
  accessOrders,
  type AccessOrder,
} from "../../state/view.ts";
import { accessText } from "../../text/access.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons.tsx";
import { Segments } from "../../ui/segments.tsx";
import type { Access } from "./use-access.ts";

interface Props {
  readonly access: Access;
  readonly search: string;
  readonly onSearch: (text: string) => void;
}

/** What is shown of the matrix, in which order, and how sure it is. */
export function AccessBar({ access, search, onSearch }: Props) {
  const filter = useApp(({ view }) => view.accessFilter);
  const order = useApp(({ view }) => view.accessOrder);
  const [explained, setExplained] = useState(false);
  return (
    <div className="access-bar">
      <label className="access-search">
        <Icon name="search" size={13} />
        <span className="visually-hidden">{accessText.search}</span>
        <input
          type="search"
          value={search}
          placeholder={accessText.searchShort}
          onChange={(event) => onSearch(event.target.value)}
        />
      </label>
      <Segments
        label={accessText.filter}
        value={filter}
        options={accessFilters.map((id) => ({
          id,
          text: accessText.filters[id],
        }))}
        onChange={(accessFilter) => setView({ accessFilter })}
      />
      <select
        className="element-form access-order"
        aria-label={accessText.order}
        value={order}
        onChange={({ target: { value } }) => {
          const accessOrder = accessOrders.find(
            (one): one is AccessOrder => one === value,
          );
          if (accessOrder !== undefined) setView({ accessOrder });
        }}
      >
        {accessOrders.map((id) => (
          <option key={id} value={id}>
            {accessText.orders[id]}
          </option>
        ))}
      </select>
      <span className="grow" />
      <Standing
        access={access}
        explained={explained}
        onExplain={() => setExplained(!explained)}
      />
      {explained && <Explained access={access} />}
    </div>
  );
}

/** How many cells are proven; while that is worked on, how far it is. */
function Standing({
  access: { meaning, rows },
  explained,
  onExplain,
}: Pick<Props, "access"> & {
  readonly explained: boolean;
  readonly onExplain: () => void;
}) {
  const { work, isCurrent, cancel, again } = meaning;
  if (work.status === "failed" || work.status === "stopped")
    return (
      <span className="access-work" role="status">
        {work.status === "failed"
          ? `${accessText.failed} ${work.failure}`
          : accessText.stopped}
        <Button variant="link" onClick={again}>
          {accessText.again}
        </Button>
      </span>
    );
  if (!isCurrent && work.isSlow)
    return (
      <span className="access-work">
        <span role="status" className="visually-hidden">
          {accessText.workingAgain}
        </span>
        <progress
          aria-label={accessText.workingAgain}
          max={Math.max(1, work.total)}
          value={work.parts.length}
        />
        {accessText.working(work.parts.length, work.total)}
        <Button variant="link" onClick={cancel}>
          {accessText.cancel}
        </Button>
      </span>
    );
  const cells = rows.flatMap((row) => row.cells ?? []);
  if (cells.length === 0) return null;
  const proven = cells.filter(({ kind }) => kind !== "unknown").length;
  return (
    <button
      type="button"
      className={classNames(
        "access-proven",
        proven < cells.length && "access-not-proven",
      )}
      aria-expanded={explained}
      onClick={onExplain}
    >
      <Icon name="problems" size={14} />
      {accessText.proven(proven, cells.length)}
    </button>
  );
}

function Explained({ access }: Pick<Props, "access">) {
  const { assumptions } = access.subject;
  return (
    <div className="access-explained">
      <p>{accessText.provenHelp}</p>
      {assumptions.length > 0 && (
        <>
          <h3>{accessText.assumptions}</h3>
          <ul>
            {assumptions.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
