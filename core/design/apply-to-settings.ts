import type { Result } from "../problem/problem.ts";
import { failedWith, ok } from "../problem/problem.ts";
import { settingsProblems } from "./access-settings.ts";
import type { SettingsChange } from "./change.ts";
import type { AccessSettings, Design } from "./design.ts";
import { patched } from "./patch.ts";

/** Sets what verdicts about access assume; the settings go with the last one unless the change keeps them. */
export function editSettings(
  design: Design,
  { patch, keepsSettings = false }: SettingsChange,
): Result<Design> {
  const { settings = {}, ...rest } = design;
  const next = patched<AccessSettings>(settings, patch);
  const problems = settingsProblems(next);
  if (problems.length > 0) return failedWith(problems);
  const isKept = keepsSettings || Object.keys(next).length > 0;
  return ok(isKept ? { ...rest, settings: next } : rest);
}
