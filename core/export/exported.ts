import type { Path, Span } from "../problem/problem.ts";

/** A range of exported text and the parts of the design that wrote it. */
export interface ExportSpan extends Span {
  /** Paths into the design, the most telling one first. */
  readonly from: readonly Path[];
}

/** What an exporter writes: the text, where each part of it came from, and what it had to assume or leave out. */
export interface Exported {
  readonly text: string;
  /** In order of `start`; an inner span follows the span it is in. */
  readonly spans: readonly ExportSpan[];
  /** What the target cannot say, or what was assumed, in sentences for the person. */
  readonly notes: readonly string[];
  /** A file name to save the text under. */
  readonly fileName: string;
  /** Files that belong beside it. */
  readonly companions?: readonly Companion[];
}

/** A file that belongs beside what was exported. */
export interface Companion {
  readonly fileName: string;
  readonly text: string;
}

/** What to export and how. */
export interface ExportOptions {
  /** The stack to export, where a target writes one stack. @default the only one */
  readonly stack?: string;
  /** The key to export, where a target writes one key. @default the only one */
  readonly key?: string;
  /** CDK code: only the snippet to paste into a stack of one's own. @default false */
  readonly fragment?: boolean;
  /** CloudFormation: logical IDs as the CDK makes them, or readable ones. @default "cdk" */
  readonly logicalIds?: LogicalIdStyle;
}

/** How logical IDs are made. */
export type LogicalIdStyle = "cdk" | "readable";
