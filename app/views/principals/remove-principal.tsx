import { useState } from "react";
import { printPath, type Dependent } from "../../../core/index.ts";
import {
  dependentsOfSelected,
  principalOf,
  removePrincipal,
} from "../../state/principal-edits.ts";
import { getState } from "../../state/store.ts";
import { dialogsText } from "../../text/dialogs.ts";
import { principalsText } from "../../text/principals.ts";
import { closeDialog, DialogForm } from "../dialogs/dialog-form.tsx";
import "../dialogs/dialogs.css";

/** Says what goes with the chosen principal, and removes all of it in one step. */
export function RemovePrincipal() {
  const [id] = useState(() => principalOf(getState())?.id);
  const [dependents] = useState(() => dependentsOfSelected(getState()));
  if (id === undefined) return null;
  return (
    <DialogForm
      title={principalsText.removeTitle(id)}
      button={principalsText.removeAll}
      onSubmit={() => {
        removePrincipal(id);
        closeDialog();
      }}
    >
      <p className="dialog-text">
        {principalsText.removeLead(id, dependents.length)}
      </p>
      <ul
        className="dependents"
        aria-label={principalsText.removeTitle(id)}
        // A long list scrolls by keyboard too.
        tabIndex={0}
      >
        {dependents.map((dependent) => (
          <DependentItem
            key={printPath(dependent.path)}
            dependent={dependent}
          />
        ))}
      </ul>
      <p className="id-same">{dialogsText.deleteUndo}</p>
    </DialogForm>
  );
}

function DependentItem({
  dependent: { kind, id },
}: {
  readonly dependent: Dependent;
}) {
  return (
    <li>
      <span className="dependent-kind">{dialogsText.kinds[kind]}</span>
      <b>{id}</b>
    </li>
  );
}
