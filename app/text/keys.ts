import type { MemberList } from "../state/members.ts";
import type { DesignPane, ShownList } from "../state/store.ts";
import type { KeyView, Pane } from "../state/view.ts";
import { accountsText } from "./accounts.ts";

/** The words of the outline and of the head of a key. */
export const keysText = {
  outline: "Design outline",
  design: "Design",
  principals: "Principals",
  noPrincipals: "None yet. Administrators and statements add them.",
  stack: "Stack",
  menu: (key: string) => `Actions for ${key}`,
  rename: "Rename",
  duplicate: "Duplicate",
  delete: "Delete",
  alias: "Alias",
  aliasOf: (key: string) => `of ${key}`,
  consumer: "Resource that uses a key",
  consumerNote:
    "The resource has nothing but its reference to the key; the CDK adds what the key policy needs for it.",
  onlyStack: "a design has at least one stack",
  noOtherStack: "there is no other stack",
  moveToStack: "Move to stack",
  addKeyHere: "Add key here",
  cancel: "Cancel",
  noKeys: "This design has no keys",
  noKeysHelp: "Add one, or undo.",
  selected: {
    keys: "Selected key",
    cdk: "Design settings",
    settings: accountsText.title,
    stacks: "Selected stack",
    aliases: "Selected alias",
    consumers: "Selected resource",
  } satisfies Record<ShownList | "keys" | DesignPane, string>,
  outputs: (count: number) => `Outputs ${count}`,
  parameters: (count: number) => `Parameters ${count}`,
  views: "Key views",
  viewNames: {
    settings: "Settings",
    access: "Access",
    policy: "Policy",
  } satisfies Record<KeyView, string>,
  rotates: (days: number) => `rotates every ${days} days`,
  disabled: "disabled",
  price: (amount: number) => `$${amount.toFixed(2)} a month`,
  multiRegion: "multi-Region",
  principalTitle: "Edit principal",
  principalName: "Principal name",
  principalNameHelp: "How this design calls it; the code does not show it.",
  principalStandsFor: "Stands for",
  principalStandsForHelp:
    "The ARN of a role or user, an account ID, root, a service such as logs.amazonaws.com, or *.",
  save: "Save",
  remove: "Remove",
  removed: (name: string) => `${name} removed; Undo brings it back`,
  usedBy: (keys: readonly string[]) =>
    keys.length === 1
      ? `used by ${keys.join()}`
      : `used by ${keys.length} keys`,
  principalEmpty: "a principal needs a name",
  sameAs: (id: string) => `\`${id}\` stands for that already`,
  sameAsHelp: "use that one, or change it",
  nameEmpty: {
    stacks: "a stack needs a name",
    keys: "a key needs a name",
    aliases: "an alias needs a name",
    consumers: "a resource needs a name",
    principals: "a principal needs a name",
  } satisfies Record<MemberList, string>,
  nameEmptyHelp: "type a name",
  moved: (key: string, stack: string) => `${key} is in stack ${stack} now`,
  moveSaid: "CloudFormation makes a new key in the other stack.",
};

/** The icon of each pane of a phone. */
export const paneIcons = {
  design: "stack",
  key: "key",
  code: "code",
  problems: "problems",
} as const satisfies Record<Pane, string>;
