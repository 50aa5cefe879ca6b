import type { Design } from "../../core/index.ts";
import { compareText } from "../text/compare.ts";
import { getState, useApp, type Baseline } from "./store.ts";

/** Compares the design with another one from now on; with nothing where there is none. */
export function setBaseline(baseline: Baseline | null): void {
  useApp.setState(({ document }) => ({
    document: document && { ...document, baseline },
  }));
}

/** Compares the design with what it is now. */
export function takeBaseline(): void {
  const design = getState().document?.design;
  if (design !== undefined) setBaseline(nowOf(design));
}

function nowOf(design: Design): Baseline {
  const time = new Date().toLocaleTimeString("en", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return { name: compareText.takenAt(design.name, time), design };
}
