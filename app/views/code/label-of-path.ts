import type {
  Design,
  Key,
  OwnedKey,
  Path,
  Stack,
} from "../../../core/index.ts";
import {
  administratorsOf,
  grantsOf,
  isOwned,
  isVerbatim,
  statementsOf,
} from "../../../core/index.ts";
import { membersOf, listAt } from "../../state/members.ts";
import { statementNumber } from "../../state/statement-number.ts";
import { accountsText } from "../../text/accounts.ts";
import { cdkText } from "../../text/cdk.ts";
import { settingsText } from "../../text/settings.ts";
import { stackText } from "../../text/stack.ts";

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
  stack: settingsText.inStack,
  construct: settingsText.construct,
  logicalId: settingsText.logicalId,
  metadata: settingsText.metadata,
  overrides: "In the template",
  aliasRemovalPolicy: settingsText.aliasRemovalPolicy,
  trustAccountIdentities: settingsText.trust,
  primary: settingsText.primary,
  arn: settingsText.arn,
  alias: settingsText.alias,
  target: settingsText.target,
  keyId: settingsText.keyId,
  dummyWhenMissing: settingsText.dummy,
};

/** What a person calls a part of the design. */
export function labelOfPath(design: Design, path: Path): string {
  const [, index] = path;
  const whole = labelOfWhole(design, path);
  if (whole !== undefined) return whole;
  const list = listAt(path);
  if (list === undefined || typeof index !== "number") return "Design";
  const name = membersOf(design, list)[index]?.id;
  switch (list) {
    case "stacks":
      return labelInStack(design, path);
    case "principals":
      return name ?? "Principal";
    case "aliases":
    case "consumers":
      return name ?? "Design";
    case "keys": {
      const key = design.keys[index];
      return key === undefined ? "Design" : labelInKey(key, path.slice(2));
    }
  }
}

/** What is called the same wherever in it a place is. */
function labelOfWhole(
  { claims = [], tests = [] }: Design,
  [root, index]: Path,
): string | undefined {
  switch (root) {
    case "cdk":
      return cdkText.title;
    case "settings":
      return accountsText.title;
    case "claims":
      return `Claim ${claims[Number(index)]?.id ?? ""}`;
    case "tests":
      return `Test ${tests[Number(index)]?.id ?? ""}`;
    default:
      return undefined;
  }
}

function labelInStack({ stacks }: Design, [, index, list, at]: Path): string {
  const stack = typeof index === "number" ? stacks[index] : undefined;
  if (stack === undefined) return "Stack";
  const part = labelOfPart(stack, list, at);
  return part ?? `Stack ${stack.id}`;
}

function labelOfPart(
  { outputs, parameters }: Stack,
  list: string | number | undefined,
  at: string | number | undefined,
): string | undefined {
  if (typeof at !== "number") return undefined;
  const output = list === "outputs" ? outputs?.[at] : undefined;
  const parameter = list === "parameters" ? parameters?.[at] : undefined;
  if (output !== undefined) return stackText.output(output.id);
  return parameter && stackText.parameter(parameter.id);
}

function labelInKey(key: Key, [property, part, at]: Path): string {
  if (property === undefined) return key.id;
  if (property === "aliases" && typeof part === "number")
    return key.aliases[part] ?? settingsText.aliases;
  if (property === "administrators" && typeof part === "number")
    return administratorsOf(key)[part] ?? settingsText.administrators;
  if (property === "grants") return grantLabel(key, part);
  if (part === "statements" && typeof at === "number" && isOwned(key))
    return statementLabel(key, at);
  return propertyLabels[property] ?? String(property);
}

function grantLabel(key: Key, at: string | number | undefined): string {
  const grant = typeof at === "number" ? grantsOf(key)[at] : undefined;
  return grant === undefined ? "Grants" : `Grant to ${grant.principal}`;
}

function statementLabel(key: OwnedKey, at: number): string {
  const statement = statementsOf(key)[at];
  const sid =
    statement === undefined || isVerbatim(statement)
      ? undefined
      : statement.sid;
  return sid === undefined
    ? `Statement ${statementNumber(key, at)}`
    : `Statement ${sid}`;
}
