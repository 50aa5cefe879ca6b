import type { ResourcePart } from "../../../core/index.ts";
import { overriddenParts } from "../../../core/index.ts";
import type { Resource } from "../../state/override-edits.ts";
import { settingsText } from "../../text/settings.ts";
import { templateText } from "../../text/template.ts";

/** The control of a setting and the parts of the resource that it writes. */
export interface SettingRow {
  readonly label: string;
  readonly parts: readonly ResourcePart[];
  /** AWS cannot change it later. */
  readonly fixed?: boolean;
}

/** The settings that a template may say in its own way, by their names in the design. */
export const settingRows = {
  description: row(settingsText.description, "Description"),
  enabled: row(settingsText.enabled, "Enabled"),
  keySpec: { ...row(settingsText.keySpec, "KeySpec"), fixed: true },
  keyUsage: { ...row(settingsText.keyUsage, "KeyUsage"), fixed: true },
  origin: { ...row(settingsText.origin, "Origin"), fixed: true },
  multiRegion: { ...row(settingsText.regions, "MultiRegion"), fixed: true },
  enableKeyRotation: row(settingsText.rotation, "EnableKeyRotation"),
  rotationPeriodInDays: row(settingsText.period, "RotationPeriodInDays"),
  pendingWindowInDays: row(settingsText.window, "PendingWindowInDays"),
  bypassPolicyLockoutSafetyCheck: row(
    settingsText.bypass,
    "BypassPolicyLockoutSafetyCheck",
  ),
  tags: row(settingsText.tags, "Tags"),
  policy: row(templateText.keyPolicy, "KeyPolicy"),
  primary: { ...row(settingsText.primary, "PrimaryKeyArn"), fixed: true },
  name: row(settingsText.aliasName, "AliasName"),
  key: row(settingsText.key, "TargetKeyId"),
  removalPolicy: {
    label: settingsText.removal,
    parts: [attribute("DeletionPolicy"), attribute("UpdateReplacePolicy")],
  },
  metadata: { label: settingsText.metadata, parts: [attribute("Metadata")] },
} as const satisfies Readonly<Record<string, SettingRow>>;

/** A setting that a template may say in its own way. */
export type SettingName = keyof typeof settingRows;

const shared = [
  "description",
  "enabled",
  "pendingWindowInDays",
  "tags",
  "policy",
  "removalPolicy",
] as const;

/** The settings that each kind of resource has. */
const settingsOf = {
  defined: [
    ...shared,
    "keySpec",
    "keyUsage",
    "origin",
    "multiRegion",
    "enableKeyRotation",
    "rotationPeriodInDays",
    "bypassPolicyLockoutSafetyCheck",
    "metadata",
  ],
  replica: [...shared, "primary"],
  alias: ["name", "key", "removalPolicy"],
} as const satisfies Readonly<Record<string, readonly SettingName[]>>;

/** What is written into the resource besides its settings. */
export function otherParts(resource: Resource): readonly ResourcePart[] {
  const owner = resource.list === "keys" ? resource.part.kind : "alias";
  const known = settingsOf[owner].flatMap((name): readonly ResourcePart[] => [
    ...settingRows[name].parts,
  ]);
  return overriddenParts(resource.part.overrides).filter(
    (part) =>
      !known.some(({ kind, name }) => kind === part.kind && name === part.name),
  );
}

function row(label: string, property: string): SettingRow {
  return { label, parts: [{ kind: "property", name: property }] };
}

function attribute(name: string): ResourcePart {
  return { kind: "attribute", name };
}
