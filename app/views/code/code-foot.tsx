import { useState } from "react";
import type { Exported, Path } from "../../../core/index.ts";
import { companionOf, linesWrittenBy } from "../../state/export.ts";
import { designOf } from "../../state/selectors.ts";
import { useSelectedPath } from "../../state/use-selected-path.ts";
import { useApp } from "../../state/store.ts";
import { codeText } from "../../text/code.ts";
import { Button } from "../../ui/button.tsx";
import { labelOfPath } from "./label-of-path.ts";

/** What is selected, and what the target cannot say. */
export function CodeFoot({ exported }: { readonly exported: Exported }) {
  const [open, setOpen] = useState(false);
  const design = useApp(designOf);
  const path = useSelectedPath();
  const companion = useApp(companionOf);
  const label =
    path === null || isOfDesign(path) || companion !== undefined
      ? undefined
      : labelOfPath(design, path);
  const written = path !== null && linesWrittenBy(exported, path).length > 0;
  const { notes } = exported;
  return (
    <>
      {open && notes.length > 0 && (
        <ul className="code-notes" id="code-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className="code-foot">
        {written && <span className="code-link" />}
        <span className="code-selected">
          {label}
          {label !== undefined && !written && whyNotWritten(path)}
        </span>
        <span className="grow" />
        {notes.length === 0 ? (
          <span>{codeText.noGaps}</span>
        ) : (
          <Button variant="link" expanded={open} onClick={() => setOpen(!open)}>
            {codeText.notes(notes.length)}
          </Button>
        )}
      </div>
    </>
  );
}

/** What is of the design itself is in every line, or in none. */
function isOfDesign([root]: Path): boolean {
  return root === "cdk" || root === "settings";
}

/** A part that is not in this code is not there as a whole; a setting has its default. */
function whyNotWritten(path: Path | null): string {
  return path === null || path.length > 2
    ? codeText.notWritten
    : codeText.notHere;
}
