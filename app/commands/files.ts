import { isDesignText } from "../../core/index.ts";
import { droppedFiles } from "./dropped-files.ts";
import {
  addNotice,
  openText,
  showText,
  stemOf,
} from "../state/storage/open.ts";
import { getState } from "../state/store.ts";
import {
  notAFileNotice,
  severalFilesNotice,
  tooLargeNotice,
} from "../text/storage.ts";

/** Larger files are not read, in bytes. */
export const sizeLimit = 10_000_000;

/** Saves a text as a file of the person's computer. */
export function downloadText(fileName: string, text: string): void {
  downloadFile(fileName, new Blob([text], { type: "text/plain" }));
}

/** Saves what a file has in it on the person's computer. */
export function downloadFile(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Opens what is pasted anywhere but into a field. */
export function openPasted(event: ClipboardEvent): void {
  const { target, clipboardData } = event;
  const isInField =
    target instanceof Element &&
    target.closest(
      "input, textarea, dialog, [contenteditable], [role=code]",
    ) !== null;
  const text = clipboardData?.getData("text/plain") ?? "";
  if (isInField || getState().session.dialog !== null || text.trim() === "")
    return;
  event.preventDefault();
  openText(text);
}

/** Lets the person choose a design or other files, and opens them. */
export function chooseFile(): void {
  chooseFiles((files) => void openFiles(files));
}

/** Lets the person choose files of the kinds that open. */
export function chooseFiles(take: (files: readonly File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ".json,.yaml,.yml,.template,.txt,application/json,text/plain";
  input.addEventListener("change", () => {
    take([...(input.files ?? [])]);
  });
  input.click();
}

/** Opens files that were chosen or dropped: of designs the first, of others all together, under a name of their own. */
export async function openFiles(
  files: readonly File[],
  folder?: string,
): Promise<void> {
  const large = files.find(({ size }) => size > sizeLimit);
  if (large !== undefined)
    return addNotice(tooLargeNotice(large.name, sizeLimit));
  const read = await Promise.all(files.map(readFile));
  const unreadable = read.find(({ text }) => text === null);
  if (unreadable !== undefined)
    return addNotice(notAFileNotice(unreadable.name));
  const texts = read.map(({ name, text }) => ({ name, text: text ?? "" }));
  const [first] = texts;
  if (first === undefined) return;
  const design = texts.find(({ text }) => isDesignText(text));
  if (design === undefined)
    return showText({ files: texts, name: folder ?? stemOf(first.name) });
  openText(design.text, design.name);
  if (files.length > 1)
    addNotice(severalFilesNotice(design.name, files.length));
}

/** Opens what was dropped: files, or a folder of templates. */
export async function openDropped(transfer: DataTransfer): Promise<void> {
  const { files, folder } = await droppedFiles(transfer);
  if (folder !== undefined && files.length === 0)
    return addNotice(notAFileNotice(folder));
  await openFiles(files, folder);
}

/** The text of a file; null where it has none, as a folder, or is gone. */
async function readFile(file: File) {
  const text = await file.text().catch(() => null);
  return { name: file.name, text };
}

/** A name of a design as the name of a file. */
export function fileNameFor(name: string): string {
  return `${stemFor(name)}.keywright.json`;
}

/** The same without what it ends in. */
export function stemFor(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
  return plain === "" ? "design" : plain;
}
