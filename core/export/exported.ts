import type { Json } from "../problem/json.ts";
import type { Path, Result, Span } from "../problem/problem.ts";
import type { TemplateText } from "../yaml/read-template-text.ts";

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
  /**
   * CDK code: the program as part of a folder that builds. Companions are the other files of the folder, with `/` in
   * their names; what the CDK's CfnInclude can read of an imported template is one of them. @default false
   */
  readonly project?: boolean;
  /** CloudFormation: logical IDs as the CDK makes them, or readable ones. @default "cdk" */
  readonly logicalIds?: LogicalIdStyle;
  /**
   * Reads and edits texts of templates, so that one that was imported keeps its comments, order and style. Apart from
   * the exporters, because it is heavy: `templateTexts` has it. @default such a template is printed like any other
   */
  readonly templateTexts?: TemplateTexts;
}

/** Reads and edits the texts of templates. */
export interface TemplateTexts {
  readonly read: (text: string) => Result<TemplateText>;
  /** The text changed as little as possible, so that it reads as the value. */
  readonly edit: (text: string, value: Json) => string;
}

/** How logical IDs are made. */
export type LogicalIdStyle = "cdk" | "readable";
