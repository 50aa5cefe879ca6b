import type { Program, StackClass } from "./program/program.ts";
import type { Exported } from "./exported.ts";

/** Text with its spans. */
export type Printed = Pick<Exported, "text" | "spans">;

/** A language that CDK programs are written in. */
export interface CdkLanguage {
  readonly name: string;
  readonly editorLanguage: string;
  /** What a file name ends in. */
  readonly extension: string;
  /** The separator of words in the names of files. */
  readonly wordSeparator: "-" | "_";
  /** The command that runs a program. */
  readonly run: (fileName: string) => string;
  /** Where its packages come from. */
  readonly packages: "npm" | "pypi";
  /** What of a project is not kept under version control. */
  readonly ignored: readonly string[];
  /** The whole program. */
  readonly program: (program: Program) => Printed;
  /** The statements of a stack's constructor. */
  readonly snippet: (program: Program, stack: StackClass) => Printed;
  /** Where the snippet is to stand. */
  readonly snippetPlace: string;
  /** The names by which the snippet calls what comes from other stacks. */
  readonly namesTaken: (
    program: Program,
    stack: StackClass,
  ) => readonly string[];
}
