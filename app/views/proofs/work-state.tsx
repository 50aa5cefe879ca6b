import { proofsText } from "../../text/proofs.ts";
import { Button } from "../../ui/button.tsx";
import type { Kind } from "../../workers/questions.ts";
import type { Meaning } from "../../workers/use-meaning.ts";

/** How the work on an answer stands, where it takes long enough to be worth a word or did not end. */
export function WorkState<K extends Kind>({
  meaning: { work, cancel, again },
  working,
  stopped,
  failed,
}: {
  readonly meaning: Meaning<K>;
  readonly working: string;
  readonly stopped: string;
  readonly failed: string;
}) {
  const { status, isSlow, failure } = work;
  if (status === "done" || (status === "working" && !isSlow)) return null;
  return (
    <p className="work-state" role="status">
      {status === "working" && `${working}…`}
      {status === "stopped" && stopped}
      {status === "failed" && `${failed} ${failure}`}{" "}
      <Button variant="link" onClick={status === "working" ? cancel : again}>
        {status === "working" ? proofsText.cancel : proofsText.again}
      </Button>
    </p>
  );
}
