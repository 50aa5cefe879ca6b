import { families, type Severity } from "../../core/index.ts";

/** The words of the list of problems. */
export const problemsText = {
  checks: "Checks",
  problems: "Problems",
  expand: "Expand checks",
  collapse: "Collapse checks",
  none: "No problems",
  noneHelp: "The design can be deployed as far as this page can tell.",
  noneListed: "No problems of that kind",
  noneListedHelp: "The filters hide the others.",
  noneOpen: "Nothing else is open",
  bytes: (bytes: number, max: number) =>
    `${bytes.toLocaleString("en")} of ${max.toLocaleString("en")} bytes`,
  bytesOf: (key: string) => `Policy of ${key}`,
  severities: {
    error: "Error",
    warning: "Warning",
    info: "Note",
  } satisfies Record<Severity, string>,
  severityCounts: {
    error: (count: number) => `Errors ${count}`,
    warning: (count: number) => `Warnings ${count}`,
    info: (count: number) => `Notes ${count}`,
  } satisfies Record<Severity, (count: number) => string>,
  bySeverity: "Severity",
  family: "Family",
  allFamilies: "All families",
  families: {
    ...families,
    refused: "Refused by the CDK",
    access: "Claims and tests",
    input: "Unfinished input",
  },
  key: "Key",
  allKeys: "All keys",
  noKey: "Not in a key",
  clear: "Clear filters",
  settled: (accepted: number, closed: number) =>
    `Show accepted (${accepted}) and closed (${closed})`,
  settledTitle: "Accepted and closed",
  settledHelp:
    "You accepted these, or they look like faults and are none. They do not count.",
  steps: "Step by step",
  show: "Show",
  why: "Why",
  mendHow: "How to mend it",
  source: "Source",
  preview: "Preview",
  fixAll: (count: number) => `Fix all ${count} like this`,
  accept: "Accept…",
  showMore: (count: number) => `Show ${count} more`,
  checking: "Checking the design",
  stopped: "Stopped: only what is seen at once is listed.",
  failed: "The design could not be checked:",
  mended: (title: string) => `Done: ${title}`,
  manyTimes: (title: string, count: number) => `${title}, ${count} times`,
  gone: "This problem is not there any more",
  noFix: "There is no problem here that can be mended by a button",
  notAcceptable: "There is no problem here that can be accepted",
  position: (
    {
      severity,
      message,
    }: { readonly severity: Severity; readonly message: string },
    number: number,
    count: number,
  ) =>
    `${problemsText.severities[severity]}, ${number} of ${count}: ${message.replaceAll("`", "")}`,
  standings: { accepted: "Accepted", closed: "Closed" },
  reasonOf: (reason: string) => `Reason: ${reason}`,
  withdraw: "Withdraw",
  changeReason: "Change reason",
  acceptTitle: (rule: string) => `Accept ${rule}`,
  reasonTitle: "Change the reason of what is accepted",
  withdrawTitle: "Withdraw what was accepted",
  accepted: "Accepted; Undo takes it back",
  withdrawn: "Withdrawn: the problem is open again",
};

/** The notice when something cannot be mended because the worker has not looked at the design as it is. */
export const notCheckedNotice = {
  id: "not-checked",
  kind: "warning" as const,
  text: "The design is still being checked, so nothing was changed. Try again in a moment.",
};
