import type {
  Answer,
  ClaimKind,
  DeployerCheck,
  StatementStanding,
} from "../../core/index.ts";

/** The words of the proofs. */
export const proofsText = {
  noKey: "Select a key of this design to see what is proven of it.",
  working: "Proving",
  stopped: "Stopped before it was proven.",
  failed: "This could not be worked out:",
  cancel: "Cancel",
  again: "Work it out",
  table: (key: string) => `What is proven of ${key}`,
  heads: { proof: "Proof", verdict: "Verdict", why: "Why", more: "More" },
  checked: "checked",
  checkedHelp:
    "The proof covers every request there can be, and a second program, which shares no code with the prover, has checked it.",
  test: "Show a request",
  scope:
    "Of the key policy alone: session policies, permissions boundaries, organization policies, endpoint policies and KMS grants are not looked at.",
  assumptions: (count: number) =>
    count === 1 ? "1 assumption" : `${count} assumptions`,
  verdicts: {
    proven: "Proven",
    refuted: "Refuted",
    unknown: "Not known",
  } satisfies Record<Answer["verdict"], string>,
  public: {
    name: "Public access",
    proven: "None",
    refuted: "Public",
    unknown: "Not known",
    why: {
      proven:
        "Nobody whom neither the policy nor the settings name is allowed anything",
      refuted: "Somebody whom nobody named is allowed something:",
    },
  },
  manageable: {
    name: "Manageable",
    proven: "Yes",
    refuted: "No",
    unknown: "Not known",
    by: (who: string) =>
      `The key policy, or IAM policies that it lets decide, can have it changed by ${who}`,
    byIam:
      "The key policy can be changed by whom the IAM policies of the account let",
    refutedWhy: "Nobody can change the key policy any more",
  },
  without: {
    name: "Manageable without any one",
    proven: "Yes",
    refuted: "No",
    why: "Nobody is the only one who can change the key policy",
    leans: (who: string) => `Without ${who} nobody could change the key policy`,
  },
  root: "the root user",
  account: (id: string) => `account ${id}`,
  deployer: {
    name: "Accepted from the deployer",
    verdicts: {
      accepted: "Accepted",
      refused: "Refused",
      unknown: "Not known",
    } satisfies Record<DeployerCheck["verdict"], string>,
    bypassed: "With the lockout safety check bypassed: accepted",
    unasked: "Not asked",
    ask: "Say who deploys to know whether AWS KMS takes the policy from them.",
    settings: "Name the deployer",
  },
  statements: {
    name: "Statements without effect",
    none: "None",
    noneWhy: "Every statement does something that no other does",
    some: (count: number) => String(count),
    unknown: "Not known",
    unknownWhy: (numbers: string) =>
      `Not known of ${numbers}, needed are all others`,
    unknownAll: "The policy tells too many requests apart",
    number: (number: number) => `Statement ${number}`,
  },
  standings: {
    needed: "needed",
    "never-matches": "never matches",
    shadowed: "everything it allows is denied",
    "adds-nothing": "adds nothing",
    unknown: "not known",
  } satisfies Record<StatementStanding["standing"], string>,
  makesPublic: "makes the key public",
  across: "Access from other accounts",
  acrossHelp:
    "A statement of the key policy is half of it: the IAM policies of the other account must allow it too.",
  otherAccount: (who: string) =>
    `${who} is of another account, whose IAM policies must allow it too.`,
  claims: "Claims",
  claimsHelp:
    "What shall hold of the access to your keys, proven or refuted at every change.",
  noClaims: "None yet. Take a ready-made one, or write your own.",
  readyMade: "Ready-made",
  ready: {
    account: "Nobody outside the account may decrypt",
    organization: "Nobody outside the organization may use the key",
    only: "Only these may administer",
    never: "… may never delete the key",
  },
  write: "Write a claim",
  edit: (id: string) => `Edit claim ${id}`,
  remove: (id: string) => `Remove claim ${id}`,
  removed: (id: string) => `Claim ${id} removed; Undo brings it back`,
  added: (id: string) => `Claim ${id} added`,
  addTitle: (id: string) => `Add claim ${id}`,
  saveTitle: (id: string) => `Edit claim ${id}`,
  removeTitle: (id: string) => `Remove claim ${id}`,
  form: {
    label: "Claim",
    name: "Name",
    kind: "What it says",
    kinds: {
      "nobody-outside": "Nobody outside … may",
      never: "Somebody may never",
      only: "Only these may",
    } satisfies Record<ClaimKind, string>,
    boundary: "Outside of",
    boundaries: {
      account: "the account of the key",
      organization: "the organization",
      accounts: "these accounts",
    },
    accounts: "Accounts",
    accountsHelp: "An account ID on each line; that of the key counts as well.",
    principals: "Principals",
    principal: "Principal",
    principalHelp:
      "A name of this design, an ARN, an account ID, a service, or *.",
    actions: "Actions",
    actionsHelp: "Patterns such as kms:Generate* can be typed.",
    addTo: (label: string) =>
      label.startsWith("Action") ? "Add action" : "Add principal",
    keys: "Keys",
    allKeys: "All keys that the design creates",
    add: "Add claim",
    save: "Save claim",
    cancel: "Cancel",
    nobody: "Name at least one principal.",
    noAction: "Name at least one action.",
    noName: "A claim needs a name.",
  },
  says: {
    outsideAccount: (what: string) => `Nobody outside the account may ${what}`,
    outsideOrganization: (what: string) =>
      `Nobody outside the organization may ${what}`,
    outsideAccounts: (accounts: string, what: string) =>
      `Nobody outside ${accounts} may ${what}`,
    never: (who: string, what: string) => `${who} may never ${what}`,
    only: (who: string, what: string) => `Only ${who} may ${what}`,
  },
  nameOrganization: "Name the organization",
  ofKey: (key: string) => `of ${key}`,
  standing: "Standing of the proofs",
  strip: {
    notPublic: "Not public",
    isPublic: "Public",
    publicUnknown: "Public access not known",
    manageable: "Manageable",
    manageableWithout: "Manageable without any one",
    leansOn: (who: string) => `Manageable, hangs on ${who}`,
    unmanageable: "Not manageable",
    manageableUnknown: "Manageability not known",
    claimsHold: (count: number) =>
      count === 1 ? "1 claim holds" : `All ${count} claims hold`,
    claimsFail: (failed: number, all: number) =>
      `${failed} of ${all} ${all === 1 ? "claim" : "claims"} not proven`,
  },
};

/** The words of the two halves of access across accounts. */
export const bothSidesText = {
  summary: "Both sides",
  here: "In the key policy, here",
  there: "In an IAM policy of the other account",
  together: "Proven sufficient together",
  notTogether: "Not proven sufficient together",
  apart: "either alone allows nothing",
  notApart: "another statement of the key policy allows some of it too",
  requests: (count: number) =>
    count === 1 ? "asked with 1 request" : `asked with ${count} requests`,
  none: "The statement gives nobody of that name anything across accounts.",
  copy: "Copy the IAM policy",
  copied: "IAM policy copied",
  notCopied: "The browser does not let the page copy: select the text instead.",
  download: "Download the IAM policy",
  fileName: "identity-policy.json",
};
