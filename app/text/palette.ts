/** The words of the command palette and of the list of shortcuts. */
export const paletteText = {
  title: "Command palette",
  field: "Search or run a command",
  none: "Nothing of that name",
  key: (id: string) => `Go to key ${id}`,
  stack: (id: string) => `Show stack ${id}`,
  shortcuts: "Keyboard shortcuts",
  more: [
    ["Up, Down", "Move in the outline, the statements and the problems"],
    ["Arrows, Home, End", "Move in the matrix of access, which explains"],
    ["Enter, T", "In the matrix: set the cell, test its request"],
    ["Alt+Up, Alt+Down", "Move a statement"],
    ["Enter", "Open or close a statement, add what was typed"],
    ["Delete", "Remove the focused statement (undo brings it back)"],
  ],
  inEditor: "In the code editor only F6 and Ctrl+K are ours.",
} as const;
