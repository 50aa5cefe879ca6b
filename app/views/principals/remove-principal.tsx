import { useState } from "react";
import {
  dependentsOfSelected,
  principalOf,
  removePrincipal,
} from "../../state/principal-edits.ts";
import { getState } from "../../state/store.ts";
import { dialogsText } from "../../text/dialogs.ts";
import { principalsText } from "../../text/principals.ts";
import { DependentList } from "../dialogs/dependent-list.tsx";
import { closeDialog, DialogForm } from "../dialogs/dialog-form.tsx";

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
      <DependentList
        label={principalsText.removeTitle(id)}
        dependents={dependents}
      />
      <p className="id-same">{dialogsText.deleteUndo}</p>
    </DialogForm>
  );
}
