import { useState } from "react";
import { dropDraft } from "../../state/drafts.ts";
import { useApp } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemText } from "../fields/problem-text.tsx";
import { ListEntry, type ListEntryProps } from "../fields/list-entry.tsx";

/** A quiet button that becomes a field for one more member. */
export function Adder(
  entry: ListEntryProps & { readonly label: string; readonly help?: string },
) {
  const draft = useApp(({ drafts }) => drafts[entry.id]);
  const readOnly = useApp(({ session }) => session.readOnly);
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
      <ListEntry {...entry} focus={asked} />
      {problem ? (
        <p className="editor-problem" role="alert">
          <ProblemText problem={problem} />
        </p>
      ) : (
        entry.help && <p className="editor-help">{entry.help}</p>
      )}
    </div>
  );
}
