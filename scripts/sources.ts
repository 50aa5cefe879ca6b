import { readdirSync } from "node:fs";
import { join } from "node:path";

const FOLDERS = ["core", "app", "e2e", "scripts"];

/** Every TypeScript file of ours, as a path from the project's root. */
export function sourceFiles(): string[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
      join(folder, path),
    ),
  );
  return [...readdirSync("."), ...inFolders].filter((path) =>
    /\.tsx?$/.test(path),
  );
}
