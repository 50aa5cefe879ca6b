import type { Finding } from "../../../core/index.ts";
import { nameOfProblem } from "../../state/findings.ts";
import { keyed } from "../../ui/keyed.ts";
import "./findings.css";
import { Fixes } from "./fixes.tsx";
import { ProblemText } from "./problem-text.tsx";
import { Severity } from "./severity.tsx";

/** What was found, one by one, each with a way out where there is one. */
export function FindingList({
  findings,
}: {
  readonly findings: readonly Finding[];
}) {
  if (findings.length === 0) return null;
  return (
    <ul className="findings">
      {keyed(findings, nameOfProblem).map(({ key, item }) => (
        <li key={key} className={`finding finding-${item.severity}`}>
          <Severity severity={item.severity} />
          <ProblemText problem={item} />
          <Fixes problem={item} />
        </li>
      ))}
    </ul>
  );
}
