import type { Problem } from "../../../core/index.ts";
import "./field.css";
import { ProblemText } from "./problem-text.tsx";

type ShownProblem = Pick<Problem, "message" | "help">;

/** What is wrong with the text of a control, right below it; nothing without a problem. */
export function ControlProblem({
  id,
  problem,
}: {
  readonly id: string;
  readonly problem: ShownProblem | undefined;
}) {
  return (
    problem && (
      <p id={id} className="control-problem" role="alert">
        <ProblemText problem={problem} />
      </p>
    )
  );
}

/** What ties a control to its {@link ControlProblem}. */
export function problemProps(id: string, problem: ShownProblem | undefined) {
  return problem === undefined
    ? { invalid: false }
    : { invalid: true, ariaDescribedby: id };
}
