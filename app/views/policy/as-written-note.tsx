import type { OwnedKey } from "../../../core/index.ts";
import { isAsWritten, writtenAsCdk } from "../../../core/index.ts";
import { editKey } from "../../state/key-edits.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";

/** That a policy has the form it had in a template, and the way to the form that the CDK writes. */
export function AsWrittenNote({
  keyOfPolicy: key,
}: {
  readonly keyOfPolicy: OwnedKey;
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  if (!isAsWritten(key.policy)) return null;
  const next = writtenAsCdk(key.policy);
  const isSame = JSON.stringify(next) === JSON.stringify(key.policy);
  return (
    <p className="as-written">
      {isSame ? policyText.onlyInTemplate : policyText.inTemplate}{" "}
      {!isSame && (
        <Button
          variant="link"
          disabled={readOnly}
          onClick={() =>
            editKey(policyText.wroteAsCdk(key.id), key, { policy: next })
          }
        >
          {policyText.writeAsCdk}
        </Button>
      )}
    </p>
  );
}
