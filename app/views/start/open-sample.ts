import type { Sample, SampleName } from "../../../core/index.ts";
import { openNew } from "../../state/storage/open.ts";

/** Opens a copy of a sample; a demo comes with its steps. */
export function openSample(name: string, { design, kind }: Sample): void {
  openNew(design, kind === "demo" ? { demo: name } : {});
}

const firstDemo: SampleName = "demo-first-key";

/** Opens the demo that the start page offers. */
export async function openFirstDemo(): Promise<void> {
  const { samples } = await import("../../lazy/samples.ts");
  openSample(firstDemo, samples[firstDemo]);
}
