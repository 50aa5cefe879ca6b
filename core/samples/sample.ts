import type { Design } from "../design/design.ts";

/** A named design: a template to start from, or a demo with steps. */
export interface Sample {
  readonly title: string;
  /** What it is good for, in a sentence. */
  readonly summary: string;
  readonly kind: "template" | "demo";
  readonly design: Design;
  /** What to do, for a demo. */
  readonly steps: readonly SampleStep[];
  /** What there is at the end of a demo, in a sentence. */
  readonly end?: string;
}

/** One thing to do in a demo. */
export interface SampleStep {
  readonly text: string;
  /** The design shows that it was done. */
  readonly isDone: (design: Design) => boolean;
}
