import type { OwnedKey } from "../../../core/index.ts";
import { toggleStatement } from "../../state/statement-edits.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";

/** That a statement is left out of the policy, and the way back. */
export function DisabledNote({
  keyOfStatement: key,
  at,
}: {
  readonly keyOfStatement: OwnedKey;
  readonly at: number;
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <p className="editor-note">
      {policyText.disabledLead}{" "}
      <Button
        variant="link"
        disabled={readOnly}
        onClick={() => toggleStatement(key, at)}
      >
        {policyText.enable}
      </Button>
    </p>
  );
}
