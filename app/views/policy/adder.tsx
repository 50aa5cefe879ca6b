import { useId, useState } from "react";
import { dropDraft } from "../../state/drafts.ts";
import { useApp } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { ControlProblem } from "../fields/control-problem.tsx";
import { ListEntry, type ListEntryProps } from "../fields/list-entry.tsx";

/** A quiet button that becomes a field for one more member. */
export function Adder(
  entry: ListEntryProps & { readonly label: string; readonly help?: string },
) {
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
      <ListEntry
        {...entry}
        focus={asked}
        invalid={problem !== undefined}
        {...((problem ?? entry.help) && { describedBy: note })}
      />
      {problem ? (
        <ControlProblem id={note} problem={problem} />
      ) : (
        entry.help && (
          <p id={note} className="editor-help">
            {entry.help}
          </p>
        )
      )}
    </div>
  );
}
