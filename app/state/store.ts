import { create } from "zustand";
import type {
  Design,
  Finding,
  Path,
  Problem,
  TextFile,
} from "../../core/index.ts";
import type { Texts } from "./texts.ts";
import type { History } from "./history.ts";
import { initialView, type View } from "./view.ts";

/** A design as it was, such as it is deployed. */
export interface Baseline {
  readonly name: string;
  readonly design: Design;
}

/** The design on the screen. */
export interface OpenDocument {
  /** Its name in the browser's storage. */
  readonly id: string;
  readonly design: Design;
  readonly history: History;
  /** The demo whose steps are shown beside it. */
  readonly demo: string | null;
  /** What the design is compared with. */
  readonly baseline: Baseline | null;
}

/** The parts of a design that are shown in place of a key. */
export type ShownList = "stacks" | "aliases" | "consumers";

/** What is shown of the design itself: its CDK, or what verdicts about access assume. */
export type DesignPane = "cdk" | "settings";

/** What the middle of the page shows in place of a key: the settings of the design, or a part of it. */
export type Shown =
  DesignPane | { readonly list: ShownList; readonly id: string };

/** What the person points at: it is tinted in the code and marked beside the control. */
export interface Selection {
  /** The key whose views are shown; null stands for the first. */
  readonly key: string | null;
  /** Where that key stood last, for the time it is gone. */
  readonly index: number;
  /** null stands for the key. */
  readonly shown: Shown | null;
  readonly path: Path | null;
  /** The id of the member of the design's list that `path` leads into, wherever it stands by now. */
  readonly member: string | null;
  /** What made the selection: code never moves to its own selection, controls never scroll to theirs. */
  readonly origin: "control" | "code" | "list";
}

/** Text in a control that the design cannot hold (yet). */
export interface Draft {
  readonly text: string;
  /** The value the text was typed over; another value makes the draft void. Text that adds something is over none. */
  readonly base: string | null;
  readonly path: Path;
  readonly label: string;
  readonly problems: readonly Pick<Problem, "message" | "help" | "span">[];
}

/** What an edit changed besides what was asked, said beside the control. */
export interface Said {
  readonly path: Path;
  readonly sentences: readonly string[];
}

/** What the worker found wrong with a design. */
export interface Checked {
  /** The `id` of the document. */
  readonly document: string;
  readonly design: Design;
  readonly findings: readonly Finding[];
}

/** An entry of the list of problems: a finding, or text that no field could take, which has no code. */
export interface ListedProblem extends Omit<Finding, "code"> {
  readonly code?: string;
}

/** Where the design is kept. */
export type SaveStatus =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly reason: string };

/** Something to tell the person that is not about the design. */
export interface Notice {
  readonly id: string;
  readonly kind: "error" | "warning" | "info";
  readonly text: string;
  /** What there is to it, one by one. */
  readonly lines?: readonly string[];
  /** A text that would be lost otherwise. */
  readonly download?: { readonly fileName: string; readonly text: string };
}

/** Texts that were pasted, dropped or chosen, and what a design of them would be called. */
export interface GivenText {
  readonly files: readonly TextFile[];
  readonly name?: string | undefined;
}

/** Recorded requests that were pasted, dropped or chosen; not kept. */
export interface GivenEvents {
  /** Tells one text from another without looking into it. */
  readonly id: number;
  readonly name: string;
  readonly text: string;
}

/** A modal window. */
export type DialogName =
  | "gallery"
  | "palette"
  | "shortcuts"
  | "rename"
  | "delete"
  | "move-key"
  | "import-key"
  | "import-alias"
  | "look-up-key"
  | "open-text"
  | "new-principal"
  | "edit-principal"
  | "remove-principal"
  | "fix-problem"
  | "accept-problem"
  | "recipes";

/** What this tab knows besides the design. */
export interface Session {
  readonly save: SaveStatus;
  /** Another tab edits this design. */
  readonly readOnly: boolean;
  readonly notices: readonly Notice[];
  readonly dialog: DialogName | null;
  /** The text that the window for texts begins with. */
  readonly given: GivenText | null;
  /** The problem that was gone to last, or that a window is about. */
  readonly problem: ListedProblem | null;
  /** The applied recipe whose answers a window changes; null for one that adds. */
  readonly recipe: string | null;
  /** The recorded requests that are replayed. */
  readonly events: GivenEvents | null;
  /** The code was put on the clipboard a moment ago. */
  readonly copied: boolean;
  /** What the screen reader is told next. */
  readonly announcement: string;
  /** Reads and edits texts of templates, once that has come. */
  readonly texts: Texts | null;
  /** Bumped by every `edit`, for saving. */
  readonly edits: number;
}

/** Everything the page shows is a function of this. */
export interface AppState {
  readonly document: OpenDocument | null;
  readonly selection: Selection;
  readonly view: View;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly said: Said | null;
  /** The last answer of the worker; of an older design while it works on a newer one. */
  readonly checked: Checked | null;
  readonly session: Session;
}

/** Nothing is selected. */
export const noSelection: Selection = {
  key: null,
  index: 0,
  shown: null,
  path: null,
  member: null,
  origin: "list",
};

const initialSession: Session = {
  save: { kind: "saved" },
  readOnly: false,
  notices: [],
  dialog: null,
  given: null,
  problem: null,
  recipe: null,
  events: null,
  copied: false,
  announcement: "",
  texts: null,
  edits: 0,
};

/** The state of the page; components read it through the selectors beside this file. */
export const useApp = create<AppState>()(() => ({
  document: null,
  selection: noSelection,
  view: initialView,
  drafts: {},
  said: null,
  checked: null,
  session: initialSession,
}));

/** The state now, for handlers. */
export const getState = useApp.getState;

/** Tells the screen reader; the same words twice are told twice. */
export function announce(text: string): void {
  const { announcement } = getState().session;
  setSession({ announcement: announcement === text ? `${text}\u00A0` : text });
}

/** Changes part of the session. */
export function setSession(part: Partial<Session>): void {
  useApp.setState(({ session }) => ({ session: { ...session, ...part } }));
}
