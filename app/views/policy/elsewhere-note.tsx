import type { OwnedKey, PolicyEntry } from "../../../core/index.ts";
import { landings } from "../../../core/index.ts";
import { showPlace } from "../../commands/problems.ts";
import { setPolicyMode } from "../../state/statement-edits.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";
import { FindingsAt } from "./findings-at.tsx";

/** Where a statement is edited that is not written by hand. */
export function ElsewhereNote({
  keyOfNote,
  entry,
}: {
  readonly keyOfNote: OwnedKey;
  readonly entry: PolicyEntry;
}) {
  const { provenance, landing, path } = entry;
  if (provenance === "own") return null;
  return (
    <div className="statement-note">
      {landing !== undefined && <p>{landings[landing].text}</p>}
      <p>{policyText.elsewhere[provenance]}</p>
      {provenance === "account-default" ? (
        <ReplaceButton keyOfNote={keyOfNote} />
      ) : (
        <Button variant="link" onClick={() => showPlace(path)}>
          {provenance === "grant" ? policyText.toGrants : policyText.toSettings}
        </Button>
      )}
      <FindingsAt path={path} />
    </div>
  );
}

/** v1 writes the account's statement whatever the policy says. */
function ReplaceButton({ keyOfNote: key }: { readonly keyOfNote: OwnedKey }) {
  const readOnly = useApp(({ session }) => session.readOnly);
  if (key.policy.mode === "replace") return null;
  return (
    <Button
      variant="link"
      disabled={readOnly}
      onClick={() => setPolicyMode(key, "replace")}
    >
      {policyText.toReplace}
    </Button>
  );
}
