/** The words of the frame of the page. */
export const shellText = {
  home: "Keywright, all designs",
  rename: (name: string) => `${name}. Rename design`,
  designName: "Design name",
  nameNeeded: "a design needs a name",
  nameHelp: "type a name",
  undo: (title: string | undefined) =>
    title === undefined ? "Nothing to undo" : `Undo: ${title}`,
  redo: (title: string | undefined) =>
    title === undefined ? "Nothing to redo" : `Redo: ${title}`,
  exportProject:
    "Export project: the CDK program with all that it builds with, as a zip file",
  toDark: "Switch to dark theme",
  toLight: "Switch to light theme",
  loading: "Loading",
  skip: "Skip to the key",
  failedTitle: "This part of the page failed",
  failedText:
    "The design is safe: it is in this browser, and you can save it as a file.",
  retry: "Try again",
  reload: "Reload the page",
  panes: "Panes",
  paneNames: {
    design: "Design",
    key: "Key",
    code: "Code",
    problems: "Problems",
  },
  resizeCode: "Resize the code pane",
  resizeChecks: "Resize the checks",
};
