import { openText } from "../state/storage/open.ts";

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

/** Lets the person choose a design file and opens it. */
export function chooseFile(): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file !== undefined) void openFile(file);
  });
  input.click();
}

/** Opens a file that was chosen or dropped. */
export async function openFile(file: File): Promise<void> {
  const tooLarge = file.size > sizeLimit;
  openText(tooLarge ? "" : await file.text(), file.name);
}

/** A name of a design as the name of a file. */
export function fileNameFor(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
  return `${plain === "" ? "design" : plain}.keywright.json`;
}
