import { useEffect, useState } from "react";
import {
  deleteRecord,
  listRecords,
  type StoredDesign,
} from "../../state/storage/records.ts";
import { openStored } from "../../state/storage/open.ts";
import { startText } from "../../text/start.ts";
import { Button } from "../../ui/button.tsx";

/** The designs that this browser keeps, the latest first. */
export function Recents() {
  const [records, setRecords] = useState<readonly StoredDesign[]>([]);
  const load = () => {
    listRecords().then(setRecords, () => setRecords([]));
  };
  useEffect(load, []);
  if (records.length === 0) return null;
  return (
    <section className="recents" aria-labelledby="recents">
      <h2 id="recents">{startText.recent}</h2>
      <ul>
        {records.map((record) => (
          <Recent key={record.id} record={record} onDeleted={load} />
        ))}
      </ul>
    </section>
  );
}

function Recent({
  record: { id, name, keys, savedAt },
  onDeleted,
}: {
  readonly record: StoredDesign;
  readonly onDeleted: () => void;
}) {
  const remove = () => {
    if (!confirm(startText.removeSure(name))) return;
    deleteRecord(id).then(onDeleted, onDeleted);
  };
  return (
    <li>
      <Button variant="link" onClick={() => void openStored(id)}>
        {name}
      </Button>
      <span>{startText.keys(keys)}</span>
      <time dateTime={new Date(savedAt).toISOString()}>
        {whenWords(savedAt)}
      </time>
      <Button variant="icon" icon="trash" onClick={remove}>
        {startText.remove(name)}
      </Button>
    </li>
  );
}

function whenWords(time: number): string {
  const date = new Date(time);
  const today = new Date().toDateString() === date.toDateString();
  return today
    ? `today ${date.toLocaleTimeString("en", { hour: "2-digit", minute: "2-digit", hour12: false })}`
    : date.toLocaleDateString("en", { day: "numeric", month: "long" });
}
