import type { Problem } from "../../core/index.ts";
import { printPath } from "../../core/index.ts";

/** The words of the export of a project. */
export const projectText = {
  noticeId: "no-project",
  saved: (file: string) => `Saved ${file}`,
};

/** The notice of a design that the CDK refuses. */
export function projectRefusedNotice(problems: readonly Problem[]) {
  return {
    id: projectText.noticeId,
    kind: "error" as const,
    text: "The real CDK would refuse this design, so there is no project to take away. Mend these first:",
    lines: problems.map(
      ({ path, message, help }) => `${printPath(path)}: ${message}; ${help}`,
    ),
  };
}

/** The notice when what writes code or files did not come. */
export const notLoadedNotice = {
  id: projectText.noticeId,
  kind: "error" as const,
  text: "A part of this page did not load, so nothing was written. Check the network, and try again.",
};
