import type { LogicalIdChange } from "../../state/logical-ids.ts";
import { dialogsText } from "../../text/dialogs.ts";
import { keyed } from "../../ui/keyed.ts";
import "./dialogs.css";

const shownChanges = 12;

/** The logical IDs that an edit changes, each before and after. */
export function IdChanges({
  changes,
  same,
  title = dialogsText.logicalIds,
}: {
  readonly changes: readonly LogicalIdChange[];
  /** Said where there is none. */
  readonly same: string;
  /** @default "Logical IDs that change" */
  readonly title?: string;
}) {
  if (changes.length === 0) return <p className="id-same">{same}</p>;
  const more = changes.length - shownChanges;
  return (
    <div className="id-changes" role="group" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {keyed(changes.slice(0, shownChanges), ({ before }) => before).map(
          ({ key, item }) => (
            <li key={key}>
              <span className="id-type">{item.type}</span>
              <IdPair change={item} />
            </li>
          ),
        )}
      </ul>
      {more > 0 && <p>{dialogsText.more(more)}</p>}
    </div>
  );
}

function IdPair({
  change: { before, after, toStack },
}: {
  readonly change: LogicalIdChange;
}) {
  if (before === after)
    return <IdValue label={dialogsText.id} id={after} stack={toStack} />;
  return (
    <>
      <IdValue label={dialogsText.before} id={before} />
      <IdValue label={dialogsText.after} id={after} stack={toStack} />
    </>
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
        <span className="id-label">{dialogsText.inStackOf(stack)}</span>
      )}
    </span>
  );
}
