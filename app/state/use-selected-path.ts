import { useShallow } from "zustand/react/shallow";
import type { Path } from "../../core/index.ts";
import { selectedPath } from "./selectors.ts";
import { useApp } from "./store.ts";

/** The selected part of the design; the same list while it is the same place. */
export function useSelectedPath(): Path | null {
  return useApp(useShallow(selectedPath));
}
