import type { Problem } from "../../core/index.ts";
import { printPath } from "../../core/index.ts";

/** Why an edit does nothing in a tab that only reads. */
export const readOnlyProblem: Problem = {
  code: "app/read-only",
  severity: "error",
  path: [],
  message: "this tab shows the design and does not change it",
  help: "choose Take over to edit here",
};

/** What is said about where the design is kept. */
export const storageText = {
  saved: "Saved locally",
  saving: "Saving",
  failed: "Not saved",
  failedBanner: (reason: string) =>
    `This browser cannot keep the design: ${reason}. You can go on working; save the design as a file before you leave.`,
  download: "Download design",
  readOnly: "Another tab edits this design. This one shows it and follows.",
  takeOver: "Take over",
  dismiss: "Dismiss",
};

/** Why a save failed, in words. */
export function saveFailure(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "QuotaExceededError") return "its storage is full";
  return "its storage is closed or not allowed";
}

/** A stored design could not be read; it stays where it is. */
export function damagedNotice(
  record: { readonly id: string; readonly name: string; readonly text: string },
  problems: readonly Problem[],
): {
  id: string;
  kind: "error";
  text: string;
  download: { fileName: string; text: string };
} {
  return {
    id: `damaged/${record.id}`,
    kind: "error",
    text: `The stored design "${record.name}" cannot be read: ${listed(problems)}. It was not changed; you can download it as it is.`,
    download: { fileName: "damaged-design.json", text: record.text },
  };
}

/** A chosen file is not a design. */
export function unreadableNotice(
  fileName: string,
  problems: readonly Problem[],
): { id: string; kind: "error"; text: string } {
  return {
    id: "unreadable-file",
    kind: "error",
    text: `"${fileName}" is not a design file that can be read: ${listed(problems)}. Nothing was changed.`,
  };
}

function listed(problems: readonly Problem[]): string {
  const shown = problems.slice(0, 3).map(({ path, message }) => {
    const place = printPath(path);
    return place === "" ? message : `${place}: ${message}`;
  });
  const more = problems.length - shown.length;
  return shown.join("; ") + (more > 0 ? `; and ${more} more` : "");
}
