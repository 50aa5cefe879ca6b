import type { LogicalIdChange } from "../../state/logical-ids.ts";
import { dialogsText } from "../../text/dialogs.ts";
import { keyed } from "../../ui/keyed.ts";
import "./dialogs.css";

const shownChanges = 12;

/** The logical IDs that an edit changes, each before and after. */
export function IdChanges({
  changes,
  same,
}: {
  readonly changes: readonly LogicalIdChange[];
  /** Said where there is none. */
  readonly same: string;
}) {
  if (changes.length === 0) return <p className="id-same">{same}</p>;
  const more = changes.length - shownChanges;
  return (
    <div
      className="id-changes"
      role="group"
      aria-label={dialogsText.logicalIds}
    >
      <h3>{dialogsText.logicalIds}</h3>
      <ul>
        {keyed(changes.slice(0, shownChanges), ({ before }) => before).map(
          ({ key, item }) => (
            <li key={key}>
              <span className="id-type">{item.type}</span>
              <IdValue label={dialogsText.before} id={item.before} />
              <IdValue
                label={dialogsText.after}
                id={item.after}
                stack={item.toStack}
              />
            </li>
          ),
        )}
      </ul>
      {more > 0 && <p>{dialogsText.more(more)}</p>}
    </div>
  );
}

function IdValue({
  label,
  id,
  stack,
}: {
  readonly label: string;
  readonly id: string;
  readonly stack?: string | undefined;
}) {
  return (
    <span className="id-value">
      <span className="id-label">{label}</span>
      <code className="mono">{id}</code>
      {stack !== undefined && (
        <span className="id-label">
          {dialogsText.stack} {stack}
        </span>
      )}
    </span>
  );
}
