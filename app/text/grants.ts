import {
  keyUsages,
  type Grant,
  type GrantLanding,
  type KeyUsage,
  type landings,
} from "../../core/index.ts";

/** The words of the grants on a key. */
export const grantsText = {
  section: "Grants",
  label: "Who may use the key",
  lead: "Each is a call of the CDK such as grantDecrypt. The CDK writes it where it is needed: into the principal's own policy, into the key policy, or into both.",
  leadExisting:
    "The policy of a key that exists cannot be changed from here, so a grant is written into the principal's own policy.",
  add: "Add grant",
  list: (key: string) => `Grants on ${key}`,
  none: "Nobody yet.",
  principal: "Principal",
  permission: (principal: string) => `Permission of ${principal}`,
  menu: (principal: string) => `Actions for grant to ${principal}`,
  up: "Move up",
  down: "Move down",
  inBoth: "Write into the key policy too",
  remove: "Remove",
  where: {
    identity: "identity policy",
    key: "key policy",
    both: "both policies",
    nowhere: "nowhere",
  } satisfies Record<(typeof landings)[GrantLanding]["where"], string>,
  permissions: {
    encrypt: "Encrypt",
    decrypt: "Decrypt",
    encryptDecrypt: "Encrypt and decrypt",
    sign: "Sign",
    verify: "Verify",
    signVerify: "Sign and verify",
    generateMac: "Generate MAC",
    verifyMac: "Verify MAC",
    admin: "Administer",
    actions: "Own actions",
  } satisfies Record<Grant["permission"], string>,
  ownActions: "The actions you choose",
  notInV1: "not in CDK v1",
  notForUsage: (usage: KeyUsage) =>
    `not with a key for ${keyUsages[usage].label.toLowerCase()}`,
  chooseActions: "Choose actions",
  added: (principal: string, key: string) => `Grant to ${principal} on ${key}`,
  removed: (principal: string, key: string) =>
    `Remove grant to ${principal} on ${key}`,
  removedNow: (principal: string) =>
    `Grant to ${principal} removed; Undo brings it back`,
  moved: (principal: string, key: string) =>
    `Move grant to ${principal} on ${key}`,
  movedNow: (place: number, total: number) =>
    `Grant moved to place ${place} of ${total}`,
  changed: (principal: string, key: string) =>
    `Change grant to ${principal} on ${key}`,
};
