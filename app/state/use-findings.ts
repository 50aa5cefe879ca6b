import { useShallow } from "zustand/react/shallow";
import type { Finding, Path } from "../../core/index.ts";
import { findingsAt } from "./findings.ts";
import { useApp } from "./store.ts";

/** What something needs to be done about at a place or inside it. */
export function useFindings(path: Path): readonly Finding[] {
  return useApp(useShallow((state) => findingsAt(state, path)));
}
