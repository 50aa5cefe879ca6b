import type { Design, Key, Stack } from "../design/design.ts";
import type { CdkLine } from "../design/feature-flags.ts";
import type { Exported, LogicalIdStyle, TemplateTexts } from "./exported.ts";

/** What an exporter is asked to write. */
export interface ExportRequest {
  readonly design: Design;
  /** For exporters that write one stack, and for fragments. */
  readonly stack: Stack | undefined;
  /** Only for exporters that write one key. */
  readonly key: Key | undefined;
  readonly fragment: boolean;
  readonly project: boolean;
  readonly logicalIds: LogicalIdStyle;
  readonly templateTexts?: TemplateTexts | undefined;
}

/** Writes a design in one language. */
export interface Exporter {
  /** The tab that the target stands under. */
  readonly group: string;
  /** The language within the tab. */
  readonly language: string;
  /** The name that code editors have for the language. */
  readonly editorLanguage: string;
  /** The CDK line that the target is for; absent where it is for designs of every line. */
  readonly line?: CdkLine;
  /** The target writes one stack. */
  readonly perStack: boolean;
  /** The target writes one key, not a stack. */
  readonly perKey: boolean;
  /** The target can write a snippet to paste into one's own code. */
  readonly fragment: boolean;
  /** The target writes logical IDs, so their style can be chosen. */
  readonly logicalIds: boolean;
  /** The text stands for what the CDK would make, so what the CDK refuses cannot be written. */
  readonly needsCdk: boolean;
  /** The template that a stack was imported from is written, whatever the CDK would say about it. */
  readonly keepsTemplates?: boolean;
  readonly write: (request: ExportRequest) => Exported;
}
