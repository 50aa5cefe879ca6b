import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

/** A file that the browser saved. */
export interface DownloadedFile {
  readonly name: string;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** Does something that downloads a file, and reads the file. */
export async function downloadedBy(
  page: Page,
  action: () => Promise<void>,
): Promise<DownloadedFile> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    action(),
  ]);
  const bytes = await readFile(await download.path());
  return {
    name: download.suggestedFilename(),
    text: bytes.toString("utf8"),
    bytes,
  };
}
