import {
  codeDraft,
  discardCode,
  editableCode,
  placeOfProblem,
} from "../../state/code-text.ts";
import { useApp, type Draft } from "../../state/store.ts";
import { codeEditText } from "../../text/code-edit.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemText } from "../fields/problem-text.tsx";

/** Says that code can be edited, or why what was typed is not in the design yet. */
export function CodeStatus() {
  const isEditable = useApp((state) => editableCode(state) !== undefined);
  const draft = useApp(codeDraft);
  const [problem] = draft?.problems ?? [];
  return (
    <div className="code-status" role="status">
      {draft !== undefined && problem !== undefined ? (
        <>
          <span className="code-invalid">
            {codeEditText.invalid(placeIn(draft))}:{" "}
            <ProblemText problem={problem} />
          </span>
          <Button variant="link" onClick={discardCode}>
            {codeEditText.discard}
          </Button>
        </>
      ) : (
        isEditable && <span>{codeEditText.help}</span>
      )}
    </div>
  );
}

function placeIn({ text, problems }: Draft): string {
  const [problem] = problems;
  const place = problem && placeOfProblem(text, problem);
  return place === undefined ? "" : codeEditText.at(place.line, place.column);
}
