/** The words of the list of problems. */
export const problemsText = {
  checks: "Checks",
  problems: "Problems",
  expand: "Expand checks",
  collapse: "Collapse checks",
  none: "No problems",
  noneHelp: "The design can be deployed as far as this page can tell.",
  bytes: (bytes: number, max: number) =>
    `${bytes.toLocaleString("en")} of ${max.toLocaleString("en")} bytes`,
  bytesOf: (key: string) => `Policy of ${key}`,
  severities: { error: "Error", warning: "Warning", info: "Note" },
  steps: "Step by step",
  show: "Show",
};
