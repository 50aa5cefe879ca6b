import type { Problem } from "../../../core/index.ts";
import { showPlace } from "../../commands/problems.ts";
import { problemsText } from "../../text/problems.ts";
import { Button } from "../../ui/button.tsx";
import { keyed } from "../../ui/keyed.ts";
import { TextWithCode } from "./problem-text.tsx";
import "./problem-steps.css";

/** The way through several places that makes a problem, each with a way to its place. */
export function ProblemSteps({
  problem: { steps },
}: {
  readonly problem: Pick<Problem, "steps">;
}) {
  if (steps === undefined) return null;
  return (
    <ol className="problem-steps" aria-label={problemsText.steps}>
      {keyed(steps, ({ text }) => text).map(({ key, item }) => (
        <li key={key}>
          <TextWithCode text={item.text} />{" "}
          <Button variant="link" onClick={() => showPlace(item.path)}>
            {problemsText.show}
          </Button>
        </li>
      ))}
    </ol>
  );
}
