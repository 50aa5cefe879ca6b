import type { IndependentSetting } from "../../core/index.ts";
import { settingsText } from "./settings.ts";

/** The words of the replicas of a multi-Region key. */
export const replicasText = {
  section: "Replicas",
  lead: "Key ID, key material, spec, usage and rotation are shared. Aliases, tags, description, administrators, policy and deletion are each Region's own.",
  list: (key: string) => `Replicas of ${key}`,
  none: "None yet.",
  region: "New replica in",
  choose: "Choose a Region",
  noRegion: (stack: string) =>
    `Stack ${stack} has no Region: choose one below, so that other Regions are known.`,
  anyRegion: "Region of whoever deploys",
  same: "as the primary",
  differs: (names: readonly string[]) => `own ${names.join(", ")}`,
  added: (key: string, region: string) => `Add replica of ${key} in ${region}`,
  addedNow: (id: string, region: string) => `${id} added in ${region}`,
  took: (setting: string, id: string) =>
    `Set ${setting.toLowerCase()} of ${id} as the primary has it`,
  differences: "Differs from the primary key:",
  noDifference: "All else is as the primary key has it.",
  take: (setting: string) => `Use the primary's ${setting.toLowerCase()}`,
  grants:
    "Grants on the primary key do not reach a replica. Name who may use it in its policy.",
  settings: {
    description: settingsText.description,
    enabled: settingsText.enabled,
    pendingWindowInDays: "Pending window",
    aliases: settingsText.aliases,
    tags: settingsText.tags,
    administrators: settingsText.administrators,
    policy: "Policy",
  } satisfies Record<IndependentSetting, string>,
};
