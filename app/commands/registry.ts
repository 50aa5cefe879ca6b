import { printDesign } from "../../core/index.ts";
import { redo, undo } from "../state/edit.ts";
import {
  principalOf,
  removeSelectedPrincipal,
} from "../state/principal-edits.ts";
import { setView, showTab } from "../state/select.ts";
import { designOf } from "../state/selectors.ts";
import { closeDocument, showText } from "../state/storage/open.ts";
import { getState, setSession, type AppState } from "../state/store.ts";
import { toggleTheme } from "../theme/theme.ts";
import type { Command } from "./command.ts";
import { chooseFile, downloadText, fileNameFor } from "./files.ts";
import { cycleRegion } from "./focus.ts";
import { hasDesign, hasKeys, mayEdit } from "./guards.ts";
import { consumerCommands, partCommands } from "./part-commands.ts";
import { takeAway } from "./take-away.ts";
import { withProblems } from "./with-problems.ts";

const mayEditPrincipal = (state: AppState) =>
  mayEdit(state) && principalOf(state) !== undefined;

/** Every command of the page; buttons, keys and the palette all read this table. */
export const commands = {
  undo: {
    id: "undo",
    title: "Undo",
    shortcuts: ["Ctrl+Z"],
    notInText: true,
    enabled: (state) =>
      mayEdit(state) && (state.document?.history.past.length ?? 0) > 0,
    run: undo,
  },
  redo: {
    id: "redo",
    title: "Redo",
    shortcuts: ["Shift+Ctrl+Z", "Ctrl+Y"],
    notInText: true,
    enabled: (state) =>
      mayEdit(state) && (state.document?.history.future.length ?? 0) > 0,
    run: redo,
  },
  open: { id: "open", title: "Open", shortcuts: ["Ctrl+O"], run: chooseFile },
  openText: {
    id: "openText",
    title: "Open text",
    run: () => showText(null),
  },
  saveFile: {
    id: "saveFile",
    title: "Save file",
    shortcuts: ["Ctrl+S"],
    enabled: hasDesign,
    run: () => {
      const design = designOf(getState());
      downloadText(fileNameFor(design.name), printDesign(design));
    },
  },
  exportProject: {
    id: "exportProject",
    title: "Export project",
    enabled: hasDesign,
    run: () => takeAway(({ exportProject }) => exportProject()),
  },
  home: {
    id: "home",
    title: "All designs",
    enabled: hasDesign,
    run: () => void closeDocument(),
  },
  templates: {
    id: "templates",
    title: "Browse templates",
    run: () => setSession({ dialog: "gallery" }),
  },
  ...partCommands,
  newPrincipal: {
    id: "newPrincipal",
    title: "New principal",
    enabled: mayEdit,
    run: () => setSession({ dialog: "new-principal" }),
  },
  editPrincipal: {
    id: "editPrincipal",
    title: "Edit principal",
    enabled: mayEditPrincipal,
    run: () => setSession({ dialog: "edit-principal" }),
  },
  removePrincipal: {
    id: "removePrincipal",
    title: "Remove principal",
    enabled: mayEditPrincipal,
    run: removeSelectedPrincipal,
  },
  nextProblem: {
    id: "nextProblem",
    title: "Next problem",
    shortcuts: ["F8"],
    enabled: hasDesign,
    run: () => withProblems(({ cycleProblem }) => cycleProblem(1)),
  },
  previousProblem: {
    id: "previousProblem",
    title: "Previous problem",
    shortcuts: ["Shift+F8"],
    enabled: hasDesign,
    run: () => withProblems(({ cycleProblem }) => cycleProblem(-1)),
  },
  fixProblem: {
    id: "fixProblem",
    title: "Fix the problem",
    shortcuts: ["Ctrl+."],
    enabled: mayEdit,
    run: () => withProblems(({ fixCurrent }) => fixCurrent()),
  },
  acceptProblem: {
    id: "acceptProblem",
    title: "Accept the problem",
    enabled: mayEdit,
    run: () => withProblems(({ acceptCurrent }) => acceptCurrent()),
  },
  nextRegion: {
    id: "nextRegion",
    title: "Next part of the page",
    shortcuts: ["F6"],
    inEditor: true,
    enabled: hasDesign,
    run: () => cycleRegion(1),
  },
  previousRegion: {
    id: "previousRegion",
    title: "Previous part of the page",
    shortcuts: ["Shift+F6"],
    inEditor: true,
    enabled: hasDesign,
    run: () => cycleRegion(-1),
  },
  showSettings: {
    id: "showSettings",
    title: "Show settings",
    shortcuts: ["Alt+1"],
    enabled: hasKeys,
    run: () => showTab("settings"),
  },
  showAccess: {
    id: "showAccess",
    title: "Show access",
    shortcuts: ["Alt+2"],
    enabled: hasKeys,
    run: () => showTab("access"),
  },
  showPolicy: {
    id: "showPolicy",
    title: "Show policy",
    shortcuts: ["Alt+3"],
    enabled: hasKeys,
    run: () => showTab("policy"),
  },
  toggleProblems: {
    id: "toggleProblems",
    title: "Show or hide problems",
    enabled: hasDesign,
    run: () => setView({ drawerOpen: !getState().view.drawerOpen }),
  },
  copyCode: {
    id: "copyCode",
    title: "Copy the code",
    enabled: hasDesign,
    run: () => takeAway(({ copyCode }) => copyCode()),
  },
  downloadCode: {
    id: "downloadCode",
    title: "Download the code",
    enabled: hasDesign,
    run: () => takeAway(({ downloadCode }) => downloadCode()),
  },
  theme: {
    id: "theme",
    title: "Switch between light and dark",
    run: toggleTheme,
  },
  palette: {
    id: "palette",
    title: "Search or run a command",
    shortcuts: ["Ctrl+K"],
    inEditor: true,
    run: () => setSession({ dialog: "palette" }),
  },
  shortcuts: {
    id: "shortcuts",
    title: "Keyboard shortcuts",
    shortcuts: ["?"],
    notInText: true,
    run: () => setSession({ dialog: "shortcuts" }),
  },
} as const satisfies Record<string, Command>;

/** The commands in the order of the table, those of the same kind at its end. */
export const commandList: readonly Command[] = [
  ...Object.values(commands),
  ...consumerCommands,
];
