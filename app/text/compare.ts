import type { Impact, UpdateTarget } from "../../core/index.ts";

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
};
