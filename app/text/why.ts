import type { CellState } from "../../core/index.ts";

/** The words of the panel that says why, and changes it. */
export const whyText = {
  panel: "Why",
  hint: "Choose what somebody can do to see why, and to change it.",
  close: "Close",
  /** What somebody can do, behind "can". */
  abilities: {
    encrypt: "encrypt",
    decrypt: "decrypt",
    "data-keys": "generate data keys",
    "re-encrypt": "re-encrypt",
    sign: "sign and verify",
    mac: "generate and verify MACs",
    agree: "derive shared secrets",
    encapsulate: "encapsulate and decapsulate",
    "public-key": "read the public key",
    administer: "administer the key",
    grants: "manage grants",
    metadata: "read metadata",
    deletion: "schedule deletion",
  } as Readonly<Record<string, string>>,
  call: (action: string) => `call ${action}`,
  sentence: {
    allowed: (who: string, what: string) => `${who} can ${what}`,
    conditional: (who: string, what: string) =>
      `${who} can ${what} under conditions`,
    "needs-iam": (who: string, what: string) =>
      `${who} can ${what} if IAM policies of their account allow it too`,
    delegated: (who: string, what: string) =>
      `${who} can ${what} where IAM policies allow it`,
    denied: (who: string, what: string) => `${who} can never ${what}`,
    none: (who: string, what: string) => `${who} cannot ${what}`,
    unknown: (who: string, what: string) =>
      `Whether ${who} can ${what} is not known`,
  } satisfies Record<CellState["kind"], (who: string, what: string) => string>,
  share: (share: number, all: number) => `${share} of the ${all} actions`,
  rest: "The other actions:",
  under: "Under conditions.",
  says: {
    allows: "Allows:",
    delegates: "Delegates:",
    denies: "Denies:",
  },
  statement: (number: number) => `Statement ${number}`,
  nobody: "No statement of the key policy is about this.",
  unknownHelp:
    "The conditions of the policy compare what this page cannot foresee, such as values known only when the stack is deployed.",
  notBinding:
    "The conditions do not bind: IAM policies can allow it without them.",
  makeBinding: "Make it binding",
  bindingTitle: (who: string, what: string) =>
    `Make conditions binding: ${who}, ${what}`,
  bindingEffect: (count: number) =>
    count === 1
      ? "with a Deny for where they do not hold. Nothing else changes, which is proven."
      : `with ${count} Deny statements for where they do not hold. Nothing else changes, which is proven.`,
  bindingPending: "Looking for a way to make them bind.",
  bindingNone:
    "No Deny of this principal's own makes them bind without changing something else.",
  example: "A request that shows it",
  with: "with",
  test: "Test this request",
  goTo: (number: number) => `Go to statement ${number}`,
  setTo: "Set to",
  nothing: { account: "Via IAM", elsewhere: "No access" },
  allow: "Allow",
  allowIf: "Allow if",
  deny: "Deny",
  cannotSet:
    "This row is everybody whom the policy does not name, so no statement of its own can be set here.",
  cannotSetTo: {
    allow:
      "No statement for this principal alone can allow it: another one denies it.",
    deny: "No statement for this principal alone can deny it.",
    nothing:
      "What the policy says of this principal here stands in a statement for others too, or is kept as text. Change it in the Policy view.",
  },
  titles: {
    allow: (who: string, what: string) => `Allow ${who} to ${what}`,
    deny: (who: string, what: string) => `Deny ${who} to ${what}`,
    nothing: (who: string, what: string) =>
      `Leave ${who} to IAM policies: ${what}`,
  },
  done: (title: string) => `${title}: done, Undo takes it back`,
  keys: [
    ["Enter", "set"],
    ["T", "test"],
  ],
  edit: "Edit conditions",
  editDone: "Done",
  startWith: "Begin with",
  starts: {
    service: "Through a service",
    organization: "In the organization",
    mfa: "With MFA",
    context: "Encryption context",
    source: "From an account",
  },
  conditionsOf: (number: number) => `Conditions of statement ${number}`,
  conditionsOfAll: (number: number) =>
    `Conditions of statement ${number}, for all it is about`,
};
