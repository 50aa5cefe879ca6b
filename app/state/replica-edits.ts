import type {
  DefinedKey,
  IndependentSetting,
  ReplicaKey,
} from "../../core/index.ts";
import { addReplicaIn, settingOfPrimary } from "../../core/index.ts";
import { replicasText } from "../text/replicas.ts";
import { edit } from "./edit.ts";
import { editKey } from "./key-edits.ts";
import { designOf } from "./selectors.ts";
import { announce, getState } from "./store.ts";

/** Adds a replica in a Region; the key stays selected, so that more can follow. */
export function replicateTo(primary: DefinedKey, region: string): void {
  const { change, id } = addReplicaIn(designOf(getState()), primary, region);
  const made = edit({ title: replicasText.added(primary.id, region), change });
  if (made.ok) announce(replicasText.addedNow(id, region));
}

/** Has a replica take a setting of its primary. */
export function takeFromPrimary(
  replica: ReplicaKey,
  primary: DefinedKey,
  name: IndependentSetting,
): void {
  editKey(
    replicasText.took(replicasText.settings[name], replica.id),
    replica,
    settingOfPrimary(primary, name),
  );
}
