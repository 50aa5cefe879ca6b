import type { Design } from "../../../core/index.ts";
import { isDesignText, parseDesignText } from "../../../core/index.ts";
import {
  damagedNotice,
  pastedText,
  unreadable,
  unreadableNotice,
} from "../../text/storage.ts";
import { emptyHistory } from "../history.ts";
import {
  getState,
  noSelection,
  setSession,
  useApp,
  type Baseline,
  type GivenText,
  type Notice,
  type OpenDocument,
} from "../store.ts";
import { loadTexts } from "../texts.ts";
import { initialView, type View } from "../view.ts";
import { countFrom, saveNow, scheduleSave } from "./autosave.ts";
import { readJournal, replayed } from "./journal.ts";
import { readLocal, writeLocal } from "./local.ts";
import { claim, type Claim } from "./lock.ts";
import { readRecord, type StoredDesign } from "./records.ts";
import { askToTakeOver, onTabMessage } from "./tabs.ts";

let claimed: Claim | null = null;

/** Brings back the design that was open; true when there is one. */
export async function restore(): Promise<boolean> {
  onTabMessage(({ type, id }) => {
    if (getState().document?.id !== id) return;
    if (type === "take-over") void yieldTo(id);
    else if (getState().session.readOnly) void reload(id);
  });
  const id = idToRestore();
  return id !== "" && (await openStored(id));
}

/** The design that was open last in this tab or browser; empty when it was closed. */
export function idToRestore(): string {
  return idInAddress() ?? readLocal("open") ?? "";
}

/** Opens a design that this browser keeps. */
export async function openStored(id: string): Promise<boolean> {
  const record = await readRecord(id).catch(() => undefined);
  if (record === undefined) return false;
  const shown = show(record);
  if (shown) claimFor(id);
  return shown;
}

/** Opens a design as a new document of this browser. */
export function openNew(
  design: Design,
  options: {
    readonly demo?: string;
    readonly view?: Partial<View>;
    readonly baseline?: Baseline;
  } = {},
): void {
  const document: OpenDocument = {
    id: newId(),
    design,
    history: emptyHistory,
    demo: options.demo ?? null,
    baseline: options.baseline ?? null,
  };
  countFrom(0);
  present(document, { ...initialView, ...options.view });
  claimFor(document.id);
  void saveNow();
}

/** Opens the text of a design file, or says why it cannot be read; another text is shown before it is opened. */
export function openText(text: string, fileName?: string): void {
  dropNotice(unreadable);
  const name = fileName ?? pastedText;
  if (!isDesignText(text)) {
    showText({
      files: [{ name: fileName ?? "", text }],
      name: stemOf(fileName),
    });
    return;
  }
  const parsed = parseDesignText(text);
  if (parsed.ok) openNew(parsed.value);
  else addNotice(unreadableNotice({ name, text }, parsed.problems));
}

/** What a design is called after a file. */
export function stemOf(fileName: string | undefined): string | undefined {
  return fileName?.replace(/(?:\.template)?\.\w+$/, "");
}

/** Shows what texts would open as; without any, asks for one. */
export function showText(given: GivenText | null): void {
  setSession({ dialog: "open-text", given });
}

/** Leaves the design, which stays in the browser. */
export async function closeDocument(): Promise<void> {
  await saveNow();
  claimed?.release();
  claimed = null;
  useApp.setState({ document: null, selection: noSelection, drafts: {} });
  setSession({ readOnly: false, dialog: null });
  remember("");
}

/** Edits here what another tab has open. */
export function takeOver(): void {
  const id = getState().document?.id;
  if (id === undefined) return;
  askToTakeOver(id);
  setTimeout(() => {
    if (getState().session.readOnly && getState().document?.id === id)
      claimed?.steal();
  }, 1500);
}

/** Shows a notice, once. */
export function addNotice(notice: Notice): void {
  const { notices } = getState().session;
  const others = notices.filter(({ id }) => id !== notice.id);
  setSession({ notices: [...others, notice] });
}

/** Takes a notice away. */
export function dropNotice(id: string): void {
  const { notices } = getState().session;
  setSession({ notices: notices.filter((notice) => notice.id !== id) });
}

async function yieldTo(id: string): Promise<void> {
  await saveNow();
  claimed?.release();
  setSession({ readOnly: true });
  claimFor(id);
}

async function reload(id: string): Promise<void> {
  const record = await readRecord(id).catch(() => undefined);
  if (record !== undefined && getState().document?.id === id) show(record);
}

function claimFor(id: string): void {
  claimed?.release();
  claimed = claim(id, {
    granted: (waited) => {
      if (getState().document?.id !== id) return;
      if (!waited) return setSession({ readOnly: false });
      void reload(id).then(() => setSession({ readOnly: false }));
    },
    busy: onlyRead,
    lost: onlyRead,
  });
}

function onlyRead(): void {
  setSession({ readOnly: true, save: { kind: "saved" } });
}

/** Shows a stored design with the edits of its journal; one that does not parse is left where it is. */
function show(record: StoredDesign): boolean {
  const parsed = parseDesignText(record.text);
  if (!parsed.ok) {
    addNotice(damagedNotice(record, parsed.problems));
    return false;
  }
  const { id, edits, past, future, demo } = record;
  const { version, unsaved } = replayed(
    { design: parsed.value, history: { past, future } },
    edits,
    readJournal(id),
  );
  const same = getState().document?.id === id;
  countFrom(edits, unsaved);
  present(
    { id, ...version, demo, baseline: baselineIn(record) },
    same ? getState().view : { ...initialView, ...record.view },
  );
  useApp.setState(({ selection }) => ({
    selection: same ? selection : { ...noSelection, key: record.selectedKey },
    drafts: record.drafts,
  }));
  if (unsaved.length > 0) scheduleSave();
  return true;
}

/** What a stored design is compared with; one that does not parse is as none. */
function baselineIn({ baseline }: StoredDesign): Baseline | null {
  if (baseline === undefined || baseline === null) return null;
  const parsed = parseDesignText(baseline.text);
  return parsed.ok ? { name: baseline.name, design: parsed.value } : null;
}

function present(document: OpenDocument, view: View): void {
  // The code of an imported template is its own text, which takes reading.
  if (document.design.stacks.some(({ template }) => template !== undefined))
    loadTexts();
  useApp.setState({
    document,
    view,
    selection: noSelection,
    drafts: {},
    said: null,
  });
  setSession({ dialog: null, problem: null, save: { kind: "saved" } });
  remember(document.id);
}

function remember(id: string): void {
  writeLocal("open", id);
  const { pathname, search } = location;
  const hash = id === "" ? "" : `#design=${id}`;
  history.replaceState(null, "", `${pathname}${search}${hash}`);
}

function idInAddress(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get("design");
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, "0")).join(
    "",
  );
}
