import { useShallow } from "zustand/react/shallow";
import type { Finding, Path } from "../../core/index.ts";
import { designOf, findingsAt } from "./selectors.ts";
import { useApp } from "./store.ts";

/** What is wrong at a place or inside it. */
export function useFindings(path: Path): readonly Finding[] {
  return useApp(useShallow((state) => findingsAt(designOf(state), path)));
}
