import type { PolicyEntry } from "../../core/index.ts";

/** What the matrix knows of a statement; whether the policy needs it is told beside. */
export type StatementMark = "not-binding";

/** The words of the policy view and its editor. */
export const policyText = {
  add: "Add statement",
  statements: (key: string) => `Statements of ${key}`,
  filter: "Show",
  all: (count: number) => `All ${count}`,
  allow: (count: number) => `Allow ${count}`,
  deny: (count: number) => `Deny ${count}`,
  mode: "Default policy",
  amend: "Add to the default policy",
  replace: "Replace the default policy",
  modeHelp: {
    amend:
      "The default statement stays: IAM policies of this account decide too, beside the statements below.",
    replace:
      "Only administrators and the statements below count. Make sure somebody can still manage the key.",
  },
  provenance: {
    "account-default": "Account default",
    administrators: "Administrators",
    own: "Own",
    grant: "From a grant",
  } satisfies Record<PolicyEntry["provenance"], string>,
  marks: {
    "not-binding": {
      text: "does not bind",
      help: "Its conditions do not bind: IAM policies of the account can allow the same without them.",
    },
  } satisfies Record<StatementMark, { text: string; help: string }>,
  showInAccess: "Show in Access",
  verbatim: "Kept as text",
  found:
    "The policy that the key has. It can be changed once the key is brought under management.",
  foundList: "Statements of the key that exists",
  choiceHelp: "CloudFormation chooses when it deploys the stack.",
  onlyWhen: "Only when",
  always: "always",
  conditionIs: "The condition",
  isTrue: "is true",
  isFalse: "is false",
  inTemplate: "Written as in the template.",
  onlyInTemplate:
    "Written as in the template: only a template can say it in this way.",
  writeAsCdk: "Write it as the CDK does",
  wroteAsCdk: (key: string) => `Write the policy of ${key} as the CDK does`,
  disabled: "Disabled",
  inIdentityPolicy: "In the identity policy",
  form: "Order and merging",
  asWritten: "Show as written",
  asMerged: "Show as merged",
  formHelp: {
    written: "Each statement as it is written, before the CDK merges any.",
    merged:
      "The statements of the template, in its order. The CDK merges those that differ in one list only.",
  },
  mergedWith: (numbers: readonly number[]) =>
    `merged with ${numbers.join(", ")}`,
  mergedFrom: (numbers: readonly number[]) =>
    numbers.length === 1
      ? `Statement ${numbers.join()}`
      : `Statements ${numbers.join(", ")}`,
  mergedLabel: (key: string) => `Merged statements of ${key}`,
  elsewhereGrants: (count: number) =>
    count === 1
      ? "1 grant is in the principal's own policy only."
      : `${count} grants are in the principals' own policies only.`,
  toGrants: "Go to Grants",
  existing:
    "This key exists already. Its policy is not part of the design, and nothing here changes it.",
  existingGrants: "What the design grants on it:",
  noPolicyEntries: "The design grants nothing on it.",
  disable: "Disable",
  enable: "Enable",
  disabledNow: (number: number) =>
    `Statement ${number} disabled: it stays in the design and out of the policy`,
  enabledNow: (number: number) => `Statement ${number} enabled`,
  disabledLead:
    "This statement is disabled: it stays in the design and out of the policy.",
  unfinished: "Unfinished input",
  number: (index: number) => `Statement ${index}`,
  elsewhere: {
    "account-default":
      "The CDK writes this statement into every key policy that is not replaced. Replace the default policy to leave it out.",
    administrators: "Administrators of the key are listed in Settings.",
    grant: "Grants on the key are listed in Settings.",
  },
  toSettings: "Go to Administrators",
  toReplace: "Replace the default policy",
  reorder: (index: number) => `Move statement ${index}`,
  removed: (number: number) =>
    `Statement ${number} removed; Undo brings it back`,
  moved: (index: number, total: number) =>
    `Statement moved to place ${index} of ${total}`,
  effect: "Effect",
  sid: "Statement ID",
  sidPlaceholder: "optional",
  who: "Who",
  whoNot: "Everyone except",
  forms: {
    principals: {
      label: "Who: these or all others",
      plain: "these",
      not: "everyone except",
    },
    actions: {
      label: "Actions: these or all others",
      plain: "these",
      not: "everything except",
    },
    resources: {
      label: "Resources: these or all others",
      plain: "these",
      not: "all except",
    },
  },
  notPrincipalHelp: {
    Allow:
      "NotPrincipal with Allow lets in everybody else, in every account. Use a condition instead.",
    Deny: "NotPrincipal with Deny also stops the role of a session unless both are named. AWS advises a condition on aws:PrincipalArn instead.",
  },
  thisKey: "this key",
  resourceHelp:
    'In a key policy "*" is the key itself; an ARN does something only where it is the ARN of this key.',
  addPrincipal: "Add principal",
  principal: "Principal",
  principalHelp: "ARN, account ID, root, service, * or a name",
  mayDo: "May do",
  mayNever: "May never do",
  allBut: "Everything but",
  addAction: "Add action",
  actionField: "Action or pattern",
  searchActions: "Search actions",
  pickActions: "Actions of AWS KMS",
  showActions: "Pick from the list",
  hideActions: "Close the list",
  covers: (count: number) =>
    count === 1 ? "covers 1 action" : `covers ${count} actions`,
  patterns: "What the patterns cover",
  doesNothing: "does nothing in a key policy",
  notForKey: "not for this key",
  groupBy: "Group by",
  groups: { capability: "Purpose", level: "Access level" },
  coversNone: "no action of AWS KMS",
  on: "On",
  onNot: "On all but",
  addResource: "Add resource",
  resource: "Resource",
  when: "When",
  noConditions: "always",
  addCondition: "Add condition",
  conditionKey: "Condition key",
  kmsKeys: "AWS KMS",
  fitting: "For these actions",
  globalKeys: "All of AWS",
  otherKeys: "Other keys of AWS KMS, not carried by these actions",
  several: (type: string) => `${type}, several`,
  keyType: (type: string, isMany: boolean) =>
    isMany ? `(${type}, several values)` : `(${type})`,
  notCarried: "No request for these actions carries it.",
  operator: "Operator",
  findOperator: "Find an operator",
  set: "Set",
  setNone: "one value",
  ifExists: "or absent",
  ifExistsTitle:
    "IfExists: the condition also holds when the request lacks the key",
  values: "Values",
  value: "Value",
  addValue: "Add value",
  removeCondition: (key: string) => `Remove condition ${key}`,
  enteredKey: (text: string) => `Use: "${text}"`,
  twice: "this operator has a condition on that key already",
  twiceHelp: "add the value there, or choose another operator",
  incomplete: "a condition needs a key and a value",
  incompleteHelp: "choose the key, type the value",
  duplicate: "Duplicate",
  remove: "Remove",
  up: "Move up",
  down: "Move down",
  json: "Statement as JSON",
  jsonLead:
    "The editor cannot show this statement in parts; it is kept exactly as it is. Change it as text.",
};
