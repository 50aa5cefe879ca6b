import type { Key } from "../../../core/index.ts";
import { showTab } from "../../state/select.ts";
import { setPolicyMode } from "../../state/statement-edits.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";

/** Where a statement is edited that is not written by hand. */
export function ElsewhereNote({
  keyOfNote,
  provenance,
}: {
  readonly keyOfNote: Key;
  readonly provenance: "account-default" | "administrators";
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <div className="statement-note">
      <p>{policyText.elsewhere[provenance]}</p>
      {provenance === "administrators" ? (
        <Button variant="link" onClick={() => showTab("settings")}>
          {policyText.toSettings}
        </Button>
      ) : (
        <Button
          variant="link"
          disabled={readOnly}
          onClick={() => setPolicyMode(keyOfNote, "replace")}
        >
          {policyText.toReplace}
        </Button>
      )}
    </div>
  );
}
