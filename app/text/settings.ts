import type { KeySpec } from "../../core/index.ts";
import { keySpecs } from "../../core/index.ts";

/** The words of the settings of a key. */
export const settingsText = {
  sections: {
    key: "Key",
    life: "Rotation and deletion",
    people: "Names and people",
    cost: "Cost",
    stack: "Stack",
  },
  fixed: "Fixed after creation",
  fixedWhy:
    "Fixed after creation: changing it in a deployed stack makes the update fail or replaces the key.",
  keySpec: "Key spec",
  keySpecBlocked:
    "CloudFormation cannot create it yet, so no template or CDK program can.",
  keyUsage: "Key usage",
  usageNot: (spec: KeySpec) => `not with ${spec}`,
  origin: "Key material origin",
  originNot: (spec: KeySpec) => `not with ${spec}`,
  originBlocked: "CloudFormation cannot create keys in a custom key store",
  regions: "Regions",
  single: "Single-Region",
  multi: "Multi-Region",
  singleHelp: "The key can be used in the Region of its stack.",
  multiHelp: "The primary of a key that can be replicated to other Regions.",
  rotation: "Automatic rotation",
  rotationToggle: "Rotate the key material",
  rotationNot: (spec: KeySpec) =>
    `AWS KMS does not rotate ${keySpecs[spec].label} keys by itself.`,
  rotationNotOrigin: "AWS KMS rotates only key material that it made itself.",
  period: "Rotation period (days)",
  periodHelp: (min: number, max: number, usual: number) =>
    `${min} to ${max} days; ${usual} when left empty.`,
  window: "Pending window (days)",
  windowHelp: (min: number, max: number, usual: number) =>
    `Days from the order to delete until the key is gone: ${min} to ${max}; ${usual} when left empty.`,
  removal: "Removal policy",
  enabled: "Enabled",
  enabledToggle: "The key can be used",
  enabledHelp: "A disabled key refuses every cryptographic operation.",
  bypass: "Bypass the policy lockout safety check",
  bypassToggle: "Skip the check",
  bypassHelp:
    "AWS KMS checks that whoever deploys can still change the policy. Without the check a wrong policy locks everyone out.",
  description: "Description",
  aliases: "Aliases",
  newAlias: "New alias",
  addAlias: "Add alias",
  administrators: "Administrators",
  addAdministrator: "Add administrator",
  added: "Added principals",
  administratorsHelp:
    "A role or user ARN, an account ID, root, a service such as logs.amazonaws.com, or a name from the outline.",
  tags: "Tags",
  tagKey: (index: number) => `Tag key ${index}`,
  tagValue: (index: number) => `Tag value ${index}`,
  newTagKey: "New tag key",
  newTagValue: "New tag value",
  addTag: "Add tag",
  removeTag: (key: string) => `Remove tag ${key}`,
  perMonth: (amount: string) => `${amount} a month`,
  later: (amount: string) => `, ${amount} after two rotations`,
  requests: "Requests are billed besides.",
  stackName: "Stack name",
  account: "Account ID",
  accountHelp: "Empty: the account of whoever deploys.",
  region: "Region",
  regionHelp: "Empty: the Region of whoever deploys.",
  wholeNumber: "days are a whole number",
  wholeNumberHelp: "type digits only",
};
