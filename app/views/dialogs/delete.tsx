import { useState } from "react";
import type { Dependent } from "../../../core/index.ts";
import { printPath } from "../../../core/index.ts";
import type { Member } from "../../state/members.ts";
import { deleteMember, dependentsOf } from "../../state/removal.ts";
import { designOf, subjectOf } from "../../state/selectors.ts";
import { getState } from "../../state/store.ts";
import { dialogsText } from "../../text/dialogs.ts";
import { closeDialog, DialogForm } from "./dialog-form.tsx";
import "./dialogs.css";

const shownDependents = 30;

/** Says what goes with what is selected, and deletes all of it in one step. */
export function Delete() {
  const [member] = useState(() => subjectOf(getState()));
  return member === undefined ? null : <DeleteForm member={member} />;
}

function DeleteForm({ member }: { readonly member: Member }) {
  const [dependents] = useState(() =>
    dependentsOf(designOf(getState()), member),
  );
  const more = dependents.length - shownDependents;
  return (
    <DialogForm
      title={dialogsText.deleteTitle(member.id)}
      button={dialogsText.delete}
      onSubmit={() => {
        deleteMember(member);
        closeDialog();
      }}
    >
      <p className="dialog-text">{dialogsText.deleteLead}</p>
      <ul className="dependents" aria-label={dialogsText.deleteLead}>
        {dependents.slice(0, shownDependents).map((dependent) => (
          <DependentItem
            key={printPath(dependent.path)}
            dependent={dependent}
          />
        ))}
        {more > 0 && <li>{dialogsText.more(more)}</li>}
      </ul>
      <p className="id-same">{dialogsText.deleteUndo}</p>
    </DialogForm>
  );
}

function DependentItem({ dependent }: { readonly dependent: Dependent }) {
  return (
    <li>
      <span className="dependent-kind">
        {dialogsText.kinds[dependent.kind]}
      </span>
      <b>{dependent.id}</b>
    </li>
  );
}
