import type { KeyView, Pane } from "../state/view.ts";

/** The words of the outline and of the head of a key. */
export const keysText = {
  outline: "Design outline",
  design: "Design",
  keys: "Keys",
  principals: "Principals",
  noPrincipals: "None yet. Administrators and statements add them.",
  stack: "Stack",
  menu: (key: string) => `Actions for ${key}`,
  rename: "Rename",
  duplicate: "Duplicate",
  delete: "Delete",
  renameTitle: "Rename key",
  renameLabel: "Key name",
  renameHelp:
    "The name of the construct in the stack. A new name gives a new logical ID: CloudFormation then replaces a key that is deployed.",
  cancel: "Cancel",
  noKeys: "This design has no keys",
  noKeysHelp: "Add one, or undo.",
  selected: "Selected key",
  views: "Key views",
  viewNames: { settings: "Settings", policy: "Policy" } satisfies Record<
    KeyView,
    string
  >,
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
  nameEmpty: "a key needs a name",
  nameEmptyHelp: "type a name",
};

/** The icon of each pane of a phone. */
export const paneIcons = {
  design: "stack",
  key: "key",
  code: "code",
  problems: "problems",
} as const satisfies Record<Pane, string>;
