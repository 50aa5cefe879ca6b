import type { ListedProblem } from "../../state/store.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { ProblemText } from "../fields/problem-text.tsx";
import { placeName } from "./place-name.ts";
import { Severity } from "../fields/severity.tsx";

/** The problem that a window is about. */
export function ProblemHead({ problem }: { readonly problem: ListedProblem }) {
  const place = useApp((state) => placeName(designOf(state), problem.path));
  return (
    <p className="problem-head">
      <Severity severity={problem.severity} />
      <span>
        <b>{place}</b> <ProblemText problem={problem} />
      </span>
    </p>
  );
}
