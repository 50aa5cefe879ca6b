import type { DefinedKey, ReplicaKey } from "../../../core/index.ts";
import { differencesOf, grantsOf } from "../../../core/index.ts";
import { takeFromPrimary } from "../../state/replica-edits.ts";
import { useApp } from "../../state/store.ts";
import { replicasText } from "../../text/replicas.ts";
import { Button } from "../../ui/button.tsx";

/** What a replica has otherwise than its primary, and the way back. */
export function OwnSettings({
  primary,
  replica,
}: {
  readonly primary: DefinedKey;
  readonly replica: ReplicaKey;
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const own = differencesOf(primary, replica);
  return (
    <div className="shared-facts settings-wide">
      <p>
        {own.length === 0
          ? replicasText.noDifference
          : replicasText.differences}
      </p>
      <ul className="replicas">
        {own.map((name) => (
          <li key={name}>
            <span>{replicasText.settings[name]}</span>{" "}
            <Button
              variant="link"
              disabled={readOnly}
              onClick={() => takeFromPrimary(replica, primary, name)}
            >
              {replicasText.take(replicasText.settings[name])}
            </Button>
          </li>
        ))}
      </ul>
      {grantsOf(primary).length > 0 && <p>{replicasText.grants}</p>}
    </div>
  );
}
