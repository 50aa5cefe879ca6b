import { useState } from "react";
import { setGrantActions, type GrantableKey } from "../../state/grant-edits.ts";
import { useApp } from "../../state/store.ts";
import { grantsText } from "../../text/grants.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";
import { Token } from "../../ui/token.tsx";
import { ActionPicker } from "../policy/action-picker.tsx";

/** The actions of a grant that is no method of the CDK. */
export function GrantActions({
  keyOfGrant: key,
  at,
  actions,
}: {
  readonly keyOfGrant: GrantableKey;
  readonly at: number;
  readonly actions: readonly string[];
}) {
  const [picking, setPicking] = useState(false);
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <div className="grant-actions">
      <ul className="tokens" aria-label={grantsText.ownActions}>
        {actions.map((action, place) => (
          <Token
            key={action}
            name={action}
            disabled={readOnly}
            onRemove={() =>
              setGrantActions(key, at, actions.toSpliced(place, 1))
            }
          >
            {action}
          </Token>
        ))}
      </ul>
      <Button
        variant="link"
        expanded={picking}
        disabled={readOnly}
        onClick={() => setPicking(!picking)}
      >
        {picking ? policyText.hideActions : grantsText.chooseActions}
      </Button>
      {picking && (
        <ActionPicker
          keyOfActions={key}
          chosen={actions}
          onChange={(next) => setGrantActions(key, at, next)}
        />
      )}
    </div>
  );
}
