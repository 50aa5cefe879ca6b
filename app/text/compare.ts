import type {
  AccessComparison,
  Impact,
  UpdateTarget,
} from "../../core/index.ts";

/** The words of the comparison with a baseline. */
export const compareText = {
  tab: "Compare with baseline",
  baseline: "Baseline",
  none: "Nothing to compare with yet.",
  noneHelp:
    "A baseline is the design as it is deployed. Take the design as it is now, or open a template that is deployed.",
  take: "Use the design as it is now",
  choose: "Choose a baseline file",
  remove: "Remove baseline",
  takenAt: (name: string, time: string) => `${name} at ${time}`,
  target: "Deployed by",
  targets: {
    cloudformation: "CloudFormation",
    terraform: "Terraform",
  } as const satisfies Record<UpdateTarget, string>,
  same: "No change",
  sameHelp: "Deploying the design over the baseline does nothing.",
  impacts: {
    none: "No effect",
    "in-place": "In place",
    interrupts: "Interrupts",
    fails: "Fails",
    replaces: "Replaces",
    deletes: "Deletes",
  } as const satisfies Record<Impact, string>,
  changes: { added: "added", removed: "removed", changed: "changed" },
  updates: "Updates",
  from: "from",
  to: "to",
  plan: "A way there that loses no key",
  planLead:
    "Deploy each stage before the next. No stage but the last fails, replaces or deletes.",
  download: (stack: string, stage: number) =>
    `Download template of ${stack}, stage ${stage}`,
  stored: (key: string) => `AWS stores the policy of ${key} as`,
  storedHelp:
    "The form in which AWS KMS and CloudFormation give the policy back, so that a later comparison shows only what changed.",
  notRead: "This file cannot be the baseline.",
  access: "Access",
  accessOf: (key: string) => `Access to ${key}`,
  verdicts: {
    equivalent: "The same access: proven for every request.",
    narrower: "Less access: nobody gained any, proven for every request.",
    wider: "More access: nobody lost any, proven for every request.",
    incomparable: "Some gained access, and some lost it.",
    unknown: "Whether access is the same is not known.",
  } satisfies Record<AccessComparison["verdict"], string>,
  gained: "Who gained",
  lost: "Who lost",
  strengthened: "No longer needs IAM",
  nobody: "Nobody",
  mayNow: "may now",
  mayNoLonger: "may no longer",
  needsNoIam: "is allowed by the key policy itself now",
  byIam: "as far as IAM policies of the account allow it",
  statementOf: (number: number, sid: string) =>
    `Statement ${number}${sid === "" ? "" : ` ${sid}`}`,
  statementBefore: (number: number, sid: string) =>
    `Statement ${number}${sid === "" ? "" : ` ${sid}`} of the baseline`,
  always: "no conditions",
  when: "when",
  test: "Show a request",
  newKey: (key: string) =>
    `${key} is new: everybody whom its policy allows something gains it.`,
  goneKey: (key: string) => `${key} is gone, and all access to it.`,
  assumptions: (count: number) =>
    count === 1 ? "1 assumption" : `${count} assumptions`,
  comparing: "Comparing access",
  updatesTitle: "Update impact",
};
