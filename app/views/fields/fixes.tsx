import { fixesOf } from "../../../core/index.ts";
import { mend } from "../../state/mend.ts";
import { useApp, type ListedProblem } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";

/** Buttons that mend a problem, one for each way. */
export function Fixes({
  problem,
  variant = "link",
}: {
  readonly problem: ListedProblem;
  /** @default "link" */
  readonly variant?: "link" | "normal";
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  return fixesOf(problem).map((fix) => (
    <Button
      key={fix.title}
      variant={variant}
      disabled={readOnly}
      onClick={() => mend(problem, fix)}
    >
      {fix.title}
    </Button>
  ));
}
