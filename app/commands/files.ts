import { addNotice, openText } from "../state/storage/open.ts";
import { getState } from "../state/store.ts";
import {
  notAFileNotice,
  severalFilesNotice,
  tooLargeNotice,
} from "../text/storage.ts";

const sizeLimit = 10_000_000;

/** Saves a text as a file of the person's computer. */
export function downloadText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
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
    target.closest("input, textarea, dialog, [contenteditable]") !== null;
  const text = clipboardData?.getData("text/plain") ?? "";
  if (isInField || getState().session.dialog !== null || text.trim() === "")
    return;
  event.preventDefault();
  openText(text);
}

/** Lets the person choose a design file and opens it. */
export function chooseFile(): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,.txt,application/json,text/plain";
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file !== undefined) void openFile(file);
  });
  input.click();
}

/** Opens a file that was chosen or dropped. */
export async function openFile(file: File): Promise<void> {
  if (file.size > sizeLimit)
    return addNotice(tooLargeNotice(file.name, sizeLimit));
  const text = await file.text().catch(() => null);
  if (text === null) addNotice(notAFileNotice(file.name));
  else openText(text, file.name);
}

/** Opens the first of the files that were dropped on the page, and says so where there are more. */
export async function openDropped(files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  await openFile(first);
  if (files.length > 1) addNotice(severalFilesNotice(first.name, files.length));
}

/** A name of a design as the name of a file. */
export function fileNameFor(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
  return `${plain === "" ? "design" : plain}.keywright.json`;
}
