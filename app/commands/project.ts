import type { Companion, Exported } from "../../core/index.ts";
import { exportDesign } from "../../core/index.ts";
import { programTarget } from "../state/export.ts";
import { designOf } from "../state/selectors.ts";
import { addNotice, dropNotice } from "../state/storage/open.ts";
import { announce, getState } from "../state/store.ts";
import {
  notLoadedNotice,
  projectRefusedNotice,
  projectText,
} from "../text/project.ts";
import { downloadFile, stemFor } from "./files.ts";

/** Saves the program of the code pane's CDK language as a folder that builds, in a zip file. */
export async function exportProject(): Promise<void> {
  const state = getState();
  const design = designOf(state);
  const target = programTarget(state);
  const exported = exportDesign(design, target, { project: true });
  dropNotice(projectText.noticeId);
  if (!exported.ok) return addNotice(projectRefusedNotice(exported.problems));
  const stem = stemFor(design.name);
  const zip = await zipped(stem, exported.value).catch(() => null);
  if (zip === null) return addNotice(notLoadedNotice);
  downloadFile(`${stem}.zip`, zip);
  announce(projectText.saved(`${stem}.zip`));
}

async function zipped(folder: string, exported: Exported): Promise<Blob> {
  const { strToU8, zipSync } = await import("../lazy/zip.ts");
  const files: readonly Companion[] = [
    exported,
    ...(exported.companions ?? []),
  ];
  const entries = files.map(
    ({ fileName, text }) => [`${folder}/${fileName}`, strToU8(text)] as const,
  );
  const bytes = new Uint8Array(zipSync(Object.fromEntries(entries)));
  return new Blob([bytes], { type: "application/zip" });
}
