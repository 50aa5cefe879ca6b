import { useState } from "react";
import type { Member } from "../../state/members.ts";
import { deleteMember, dependentsOf } from "../../state/removal.ts";
import { designOf, subjectOf } from "../../state/selectors.ts";
import { getState } from "../../state/store.ts";
import { dialogsText } from "../../text/dialogs.ts";
import { DependentList } from "./dependent-list.tsx";
import { closeDialog, DialogForm } from "./dialog-form.tsx";

/** Says what goes with what is selected, and deletes all of it in one step. */
export function Delete() {
  const [member] = useState(() => subjectOf(getState()));
  return member === undefined ? null : <DeleteForm member={member} />;
}

function DeleteForm({ member }: { readonly member: Member }) {
  const [dependents] = useState(() =>
    dependentsOf(designOf(getState()), member),
  );
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
      <DependentList label={dialogsText.deleteLead} dependents={dependents} />
      <p className="id-same">{dialogsText.deleteUndo}</p>
    </DialogForm>
  );
}
