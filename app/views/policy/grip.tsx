import { useState, type DragEvent } from "react";
import type { OwnedKey } from "../../../core/index.ts";
import { moveStatement } from "../../state/statement-edits.ts";
import { getState, useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";

const dragType = "application/x-keywright-statement";

/** The handle to drag a statement by; the keyboard moves the row itself. */
export function Grip({
  at,
  number,
}: {
  readonly at: number;
  readonly number: number;
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  if (readOnly) return <span className="grip-space" />;
  return (
    <span
      className="grip"
      draggable
      title={policyText.reorder(number)}
      aria-hidden="true"
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, String(at));
        event.dataTransfer.effectAllowed = "move";
      }}
    >
      <svg width="8" height="14" viewBox="0 0 8 14" fill="currentColor">
        {[2, 7, 12].flatMap((y) =>
          [1.5, 6.5].map((x) => (
            <circle key={`${x} ${y}`} cx={x} cy={y} r="1.1" />
          )),
        )}
      </svg>
    </span>
  );
}

/** Makes a row a place where a statement can be dropped. */
export function useDropPlace(key: OwnedKey, at: number | undefined) {
  const [over, setOver] = useState(false);
  if (at === undefined) return { over: false, handlers: {} };
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        const from = event.dataTransfer.getData(dragType);
        if (from === "" || getState().session.readOnly) return;
        event.preventDefault();
        moveStatement(key, Number(from), at);
      },
    },
  };
}
