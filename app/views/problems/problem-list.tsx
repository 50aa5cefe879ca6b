import { useMemo } from "react";
import { fixesOf } from "../../../core/index.ts";
import { showPlace } from "../../commands/problems.ts";
import { edit } from "../../state/edit.ts";
import {
  designOf,
  listedProblems,
  type ListedProblem,
} from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { problemsText } from "../../text/problems.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemSteps } from "../fields/problem-steps.tsx";
import { ProblemText } from "../fields/problem-text.tsx";
import { labelOfPath } from "../code/label-of-path.ts";

/** Everything that is wrong, each with the way to its place and, where there is one, the way out. */
export function ProblemList() {
  const design = useApp(designOf);
  const drafts = useApp((state) => state.drafts);
  const problems = useMemo(
    () => listedProblems(design, drafts),
    [design, drafts],
  );
  if (problems.length === 0)
    return (
      <p className="no-problems">
        <b>{problemsText.none}.</b> {problemsText.noneHelp}
      </p>
    );
  return (
    <ul className="problems" aria-label={problemsText.problems}>
      {problems.map((problem) => (
        <ProblemRow
          key={`${problem.path.join("/")} ${problem.message}`}
          problem={problem}
        />
      ))}
    </ul>
  );
}

function ProblemRow({ problem }: { readonly problem: ListedProblem }) {
  const { severity, path } = problem;
  const place = useApp((state) => placeOf(designOf(state), path));
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <li className="problem">
      <span className={`problem-severity problem-${severity}`}>
        {problemsText.severities[severity]}
      </span>
      <span className="problem-text">
        <span className="problem-place">{place}</span>{" "}
        <ProblemText problem={problem} />
        <ProblemSteps problem={problem} />
      </span>
      {fixesOf(problem).map((fix) => (
        <Button key={fix.title} disabled={readOnly} onClick={() => edit(fix)}>
          {fix.title}
        </Button>
      ))}
      {path.length > 0 && (
        <Button variant="link" onClick={() => showPlace(path)}>
          {problemsText.show}
        </Button>
      )}
    </li>
  );
}

function placeOf(
  design: ReturnType<typeof designOf>,
  path: ListedProblem["path"],
): string {
  const label = labelOfPath(design, path);
  const [root, index] = path;
  const key =
    root === "keys" && typeof index === "number"
      ? design.keys[index]?.id
      : undefined;
  return key === undefined || key === label ? label : `${key}, ${label}`;
}
