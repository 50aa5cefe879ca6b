import type { Dependent } from "../../../core/index.ts";
import { printPath } from "../../../core/index.ts";
import { dialogsText } from "../../text/dialogs.ts";
import "./dialogs.css";

const shownDependents = 50;

/** What goes with something that is deleted. */
export function DependentList({
  label,
  dependents,
}: {
  readonly label: string;
  readonly dependents: readonly Dependent[];
}) {
  const more = dependents.length - shownDependents;
  return (
    <ul className="dependents" aria-label={label}>
      {dependents.slice(0, shownDependents).map(({ kind, id, path }) => (
        <li key={printPath(path)}>
          <span className="dependent-kind">{dialogsText.kinds[kind]}</span>{" "}
          <b>{id}</b>
        </li>
      ))}
      {more > 0 && <li>{dialogsText.more(more)}</li>}
    </ul>
  );
}
