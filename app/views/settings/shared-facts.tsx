import type { ReplicaKey } from "../../../core/index.ts";
import { effectiveKey, isDefined, origins } from "../../../core/index.ts";
import { selectKey } from "../../state/select.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";
import { settingsText } from "../../text/settings.ts";
import { OwnSettings } from "./own-settings.tsx";
import { Button } from "../../ui/button.tsx";

/** What a replica has of its primary key and cannot have otherwise. */
export function SharedFacts({ replica }: { readonly replica: ReplicaKey }) {
  const { keys } = useApp(designOf);
  const primary = keys.find(({ id }) => id === replica.primary);
  if (primary === undefined || !isDefined(primary)) return null;
  const { keySpec, keyUsage, origin, ...rest } = effectiveKey(primary);
  const facts = [
    [settingsText.keySpec, keySpec],
    [settingsText.keyUsage, keyUsage],
    [settingsText.origin, origins[origin].label],
    [
      settingsText.rotation,
      rest.enableKeyRotation
        ? keysText.rotates(rest.rotationPeriodInDays)
        : settingsText.off,
    ],
  ] as const;
  return (
    <>
      <div className="shared-facts">
        <p>{settingsText.shared}</p>
        <dl>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Button variant="link" onClick={() => selectKey(primary.id)}>
          {settingsText.goToPrimary(primary.id)}
        </Button>
      </div>
      <OwnSettings primary={primary} replica={replica} />
    </>
  );
}
