import type { Design, Key, Path } from "../../../core/index.ts";
import { isVerbatim } from "../../../core/index.ts";
import { statementNumber } from "../../state/statement-number.ts";
import { settingsText } from "../../text/settings.ts";

const propertyLabels: Readonly<Record<string, string>> = {
  id: "Name",
  keySpec: settingsText.keySpec,
  keyUsage: settingsText.keyUsage,
  origin: settingsText.origin,
  multiRegion: settingsText.regions,
  enableKeyRotation: settingsText.rotation,
  rotationPeriodInDays: settingsText.period,
  pendingWindowInDays: settingsText.window,
  removalPolicy: settingsText.removal,
  enabled: settingsText.enabled,
  bypassPolicyLockoutSafetyCheck: settingsText.bypass,
  description: settingsText.description,
  aliases: settingsText.aliases,
  administrators: settingsText.administrators,
  tags: settingsText.tags,
  policy: "Policy",
};

/** What a person calls a part of the design. */
export function labelOfPath(design: Design, path: Path): string {
  const [root, index] = path;
  if (typeof index !== "number") return "Design";
  if (root === "stacks") return `Stack ${design.stacks[index]?.id ?? ""}`;
  if (root === "principals") return design.principals[index]?.id ?? "Principal";
  const key = design.keys[index];
  return key === undefined ? "Design" : labelInKey(key, path.slice(2));
}

function labelInKey(key: Key, [property, part, at]: Path): string {
  if (property === undefined) return key.id;
  if (property === "aliases" && typeof part === "number")
    return key.aliases[part] ?? settingsText.aliases;
  if (property === "administrators" && typeof part === "number")
    return key.administrators[part] ?? settingsText.administrators;
  if (part === "statements" && typeof at === "number")
    return statementLabel(key, at);
  return propertyLabels[property] ?? String(property);
}

function statementLabel(key: Key, at: number): string {
  const statement = key.policy.statements[at];
  const sid =
    statement === undefined || isVerbatim(statement)
      ? undefined
      : statement.sid;
  return sid === undefined
    ? `Statement ${statementNumber(key, at)}`
    : `Statement ${sid}`;
}
