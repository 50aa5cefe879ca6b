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

type Notice = {
  readonly id: string;
  readonly kind: "error" | "warning";
  readonly text: string;
  readonly lines?: readonly string[];
  readonly download?: { readonly fileName: string; readonly text: string };
};

/** A stored design could not be read; it stays where it is. */
export function damagedNotice(
  record: { readonly id: string; readonly name: string; readonly text: string },
  problems: readonly Problem[],
): Notice {
  return {
    id: `damaged/${record.id}`,
    kind: "error",
    text: `The stored design "${record.name}" cannot be read. It was not changed; you can download it as it is.`,
    lines: problemLines(record.text, problems),
    download: { fileName: "damaged-design.json", text: record.text },
  };
}

/** The notice of a text that cannot be read: a new one takes its place. */
export const unreadable = "unreadable-file";

/** What a text is called that came from no file. */
export const pastedText = "Pasted text";

/** A chosen file is not a design. */
export function unreadableNotice(
  file: { readonly name: string; readonly text: string },
  problems: readonly Problem[],
): Notice {
  return {
    id: unreadable,
    kind: "error",
    text: `"${file.name}" is not a design file that can be read. Nothing was changed.`,
    lines: problemLines(file.text, problems),
  };
}

/** A chosen file is not read at all. */
export function tooLargeNotice(name: string, limit: number): Notice {
  return {
    id: unreadable,
    kind: "error",
    text: `"${name}" is larger than ${limit / 1_000_000} MB, which no design is. Nothing was changed.`,
  };
}

/** What was dropped has no text: a folder, or a file that went away. */
export function notAFileNotice(name: string): Notice {
  return {
    id: unreadable,
    kind: "error",
    text: `"${name}" cannot be read as a file. Nothing was changed.`,
  };
}

/** One design is open at a time. */
export function severalFilesNotice(name: string, count: number): Notice {
  return {
    id: "several-files",
    kind: "warning",
    text: `Of ${count} files the design "${name}" was opened. Open the others one at a time.`,
  };
}

const shownProblems = 20;

/** The problems of a text, each with its line and column. */
export function problemLines(
  text: string,
  problems: readonly Problem[],
): readonly string[] {
  const lines = problems
    .slice(0, shownProblems)
    .map(({ path, message, help, span }) => {
      const place = printPath(path);
      const where = [
        span === undefined ? "" : placeInText(text, span.start),
        message.includes(place) ? "" : place,
      ].filter((part) => part !== "");
      // One problem has room for the way out; of several, each message says enough.
      const what = problems.length > 1 ? message : `${message}; ${help}`;
      return [...where, what].join(": ");
    });
  const more = problems.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

function placeInText(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return `line ${line}, column ${offset - before.lastIndexOf("\n")}`;
}
