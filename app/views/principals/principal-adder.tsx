import { useId, useState } from "react";
import { dropDraft } from "../../state/drafts.ts";
import { useApp } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { ControlProblem } from "../fields/control-problem.tsx";
import {
  PrincipalEntry,
  type PrincipalEntryProps,
} from "./principal-entry.tsx";

/** A quiet button that becomes a field for one more principal. */
export function PrincipalAdder({
  help,
  ...entry
}: PrincipalEntryProps & { readonly help: string }) {
  const draft = useApp(({ drafts }) => drafts[entry.id]);
  const readOnly = useApp(({ session }) => session.readOnly);
  const note = useId();
  const [asked, setAsked] = useState(false);
  const problem = draft?.problems[0];
  if (!asked && draft === undefined)
    return (
      <Button
        variant="link"
        icon="plus"
        disabled={readOnly}
        onClick={() => setAsked(true)}
      >
        {entry.button}
      </Button>
    );
  return (
    <div
      className="adder"
      role="presentation"
      onKeyDown={({ key }) => {
        if (key !== "Escape") return;
        dropDraft(entry.id);
        setAsked(false);
      }}
    >
      <PrincipalEntry
        {...entry}
        focus={asked}
        invalid={problem !== undefined}
        describedBy={note}
      />
      {problem ? (
        <ControlProblem id={note} problem={problem} />
      ) : (
        <p id={note} className="editor-help">
          {help}
        </p>
      )}
    </div>
  );
}
