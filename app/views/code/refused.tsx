import { showPlace } from "../../commands/problems.ts";
import { shownTarget } from "../../state/export.ts";
import { useApp } from "../../state/store.ts";
import type { Problem } from "../../../core/index.ts";
import { codeText } from "../../text/code.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemSteps } from "../fields/problem-steps.tsx";
import { ProblemText } from "../fields/problem-text.tsx";

/** Why there is no code, and where to mend it. */
export function Refused({
  problems,
}: {
  readonly problems: readonly Problem[];
}) {
  const group = useApp((state) => shownTarget(state).group);
  return (
    <div className="refused">
      <h2>{codeText.refusedTitle}</h2>
      <p>{codeText.refused(group)}</p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.path.join(" ")}`}>
            <ProblemText problem={problem} />
            <ProblemSteps problem={problem} />
            {problem.path.length > 0 && (
              <Button variant="link" onClick={() => showPlace(problem.path)}>
                {codeText.show}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
