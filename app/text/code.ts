/** The words of the code pane. */
export const codeText = {
  targets: "Export target",
  language: "Language",
  scope: "Program",
  app: "App",
  construct: "Construct only",
  line: "CDK line",
  stack: "Stack",
  key: "Key",
  file: "File",
  copy: (what: string) => `Copy ${what}`,
  download: (file: string) => `Download ${file}`,
  copied: "Copied",
  copiedFile: (file: string) => `Copied ${file}`,
  notCopied:
    "The browser did not allow copying. Select the code and copy it with the keyboard, or download it.",
  noGaps: "No gaps in this target",
  notes: (count: number) => (count === 1 ? "1 note" : `${count} notes`),
  refusedTitle: "No code yet",
  refused: (target: string) =>
    `The real CDK would refuse this design, so there is no ${target} to take away. Mend these first:`,
  notWritten: ": nothing to write, the default holds",
  notHere: ": not in this code",
  show: "Show",
};
