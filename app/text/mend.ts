/** The words of the window that shows what a fix does. */
export const fixText = {
  title: "Fix a problem",
  ways: "Ways to fix it",
  writes: "What it writes",
  writesNothing: "It changes nothing in the code.",
  yaml: (stack: string) => `CloudFormation YAML of ${stack}`,
  json: (stack: string) => `CloudFormation JSON of ${stack}`,
  keyPolicy: (key: string) => `Key policy of ${key}`,
  design: "Design file",
  same: (count: number) =>
    count === 1 ? "1 line as before" : `${count} lines as before`,
  added: "Added",
  removed: "Removed",
  access: "What it changes in access",
  noAccess: "Nothing: no key policy changes.",
  apply: "Apply",
  applyAll: (count: number) => `Apply to all ${count}`,
};

/** The words of the window that accepts a problem. */
export const acceptText = {
  title: "Accept a problem",
  changeTitle: "Change the reason",
  reason: "Reason",
  reasonHelp: "It is kept in the design and written into the template.",
  covers: "What it covers",
  rule: (rule: string) => `The rule \`${rule}\``,
  inStatement: (key: string, statement: string) =>
    `in statement \`${statement}\` of key \`${key}\`, also when other parts of the statement change.`,
  inKey: (key: string) =>
    `in key \`${key}\`, wherever in it the rule finds something.`,
  inDesign: "in the design, wherever outside of keys the rule finds something.",
  count: (count: number) => `That is ${count} problems now.`,
  stays:
    "It stays in the list of what is accepted, and can be withdrawn there.",
  scanners: "Other scanners are told",
  scannersHelp:
    "The template tells them in the metadata of the key, with the reason where they read one.",
  noScanners: "No other scanner of templates has a rule like this one.",
  cannotTell: (ids: string) =>
    `AWS Control Tower reports ${ids} all the same: it takes no word from a template.`,
  accept: "Accept",
  save: "Save",
};
