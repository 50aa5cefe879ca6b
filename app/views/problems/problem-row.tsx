import { memo, useId, useState } from "react";
import { fixesOf } from "../../../core/index.ts";
import { openAccept, openFix, showProblem } from "../../commands/problems.ts";
import { nameOfProblem } from "../../state/findings.ts";
import { mendAll } from "../../state/mend.ts";
import { ruleOf } from "../../state/rules.ts";
import { designOf } from "../../state/selectors.ts";
import { setSession, useApp, type ListedProblem } from "../../state/store.ts";
import { problemsText as words } from "../../text/problems.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Fixes } from "../fields/fixes.tsx";
import { ProblemSteps } from "../fields/problem-steps.tsx";
import { ProblemText } from "../fields/problem-text.tsx";
import { Severity } from "../fields/severity.tsx";
import { placeName } from "./place-name.ts";
import { ProblemWhy } from "./problem-why.tsx";

interface Props {
  readonly name: string;
  readonly problem: ListedProblem;
  /** How many problems of its kind can be mended, itself included. */
  readonly alike: number;
  /** Tab stops at its place. */
  readonly isStop: boolean;
  /** Tab stops at the place of this row from now on. */
  readonly onStop: (name: string) => void;
}

/** A problem: how bad, where, what, why, and what can be done about it. */
export const ProblemRow = memo(function ProblemRow(props: Props) {
  const { problem, isStop } = props;
  const [explained, setExplained] = useState(false);
  const text = useId();
  const isCurrent = useApp(
    ({ session }) =>
      session.problem !== null &&
      nameOfProblem(session.problem) === nameOfProblem(problem),
  );
  const rule = ruleOf(problem.code);
  return (
    <li
      className={classNames("problem", isCurrent && "problem-current")}
      onFocusCapture={() => {
        setSession({ problem });
        props.onStop(props.name);
      }}
    >
      <Severity severity={problem.severity} />
      <div className="problem-text">
        <Place problem={problem} isStop={isStop} describedBy={text} />{" "}
        <span id={text}>
          <ProblemText problem={problem} />
        </span>{" "}
        {rule !== undefined && (
          <Button
            variant="link"
            expanded={explained}
            onClick={() => setExplained(!explained)}
          >
            {words.why}
          </Button>
        )}
        <ProblemSteps problem={problem} />
        {rule !== undefined && explained && <ProblemWhy rule={rule} />}
      </div>
      <Actions {...props} isRule={rule !== undefined} />
    </li>
  );
});

/** Where it is, which leads there; the stop of its row for the arrow keys. */
export function Place({
  problem,
  isStop,
  describedBy,
}: {
  readonly problem: ListedProblem;
  readonly isStop: boolean;
  readonly describedBy: string;
}) {
  const place = useApp((state) => placeName(designOf(state), problem.path));
  return (
    <button
      type="button"
      className="problem-place"
      tabIndex={isStop ? 0 : -1}
      aria-describedby={describedBy}
      onClick={() => showProblem(problem)}
    >
      <span className="visually-hidden">{words.show} </span>
      {place}
    </button>
  );
}

function Actions({
  problem,
  alike,
  isRule,
}: Props & { readonly isRule: boolean }) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const { code } = problem;
  return (
    <div className="problem-actions">
      <Fixes problem={problem} variant="normal" />
      {fixesOf(problem).length > 0 && (
        <Button variant="link" onClick={() => openFix(problem)}>
          {words.preview}
        </Button>
      )}
      {code !== undefined && alike > 1 && problem.fix !== undefined && (
        <Button
          variant="link"
          disabled={readOnly}
          onClick={() => void mendAll(code)}
        >
          {words.fixAll(alike)}
        </Button>
      )}
      {isRule && (
        <Button
          variant="link"
          disabled={readOnly}
          onClick={() => openAccept(problem)}
        >
          {words.accept}
        </Button>
      )}
    </div>
  );
}
