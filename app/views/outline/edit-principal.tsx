import { useState } from "react";
import {
  addPrincipal,
  principalOf,
  replacePrincipal,
} from "../../state/principal-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { getState, setSession, useApp } from "../../state/store.ts";
import { principalsText } from "../../text/principals.ts";
import { PrincipalDialog } from "../principals/principal-dialog.tsx";

/** Changes the chosen principal: its name, its kind, whom it stands for. */
export function EditPrincipal() {
  // What is selected follows its name, and the window closes then.
  const [principal] = useState(() => principalOf(getState()));
  const design = useApp(designOf);
  if (principal === undefined) return null;
  return (
    <PrincipalDialog
      title={principalsText.editPrincipal}
      button={principalsText.save}
      design={design}
      principal={principal}
      onClose={close}
      onDone={(picked) => replacePrincipal(principal.id, picked)}
    />
  );
}

/** Adds a principal for a use to come. */
export function NewPrincipal() {
  const design = useApp(designOf);
  return (
    <PrincipalDialog
      title={principalsText.newPrincipal}
      button={principalsText.add}
      design={design}
      onClose={close}
      onDone={addPrincipal}
    />
  );
}

function close(): void {
  setSession({ dialog: null });
}
