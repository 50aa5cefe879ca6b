import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

/** A file that the browser saved. */
export interface DownloadedFile {
  readonly name: string;
  readonly text: string;
}

/** Does something that downloads a file, and reads the file. */
export async function downloadedBy(
  page: Page,
  action: () => Promise<void>,
): Promise<DownloadedFile> {
  const { name, bytes } = await downloadedBytesBy(page, action);
  return { name, text: bytes.toString("utf8") };
}

/** Does something that downloads a file that is no text. */
export async function downloadedBytesBy(
  page: Page,
  action: () => Promise<void>,
) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    action(),
  ]);
  return {
    name: download.suggestedFilename(),
    bytes: await readFile(await download.path()),
  };
}
