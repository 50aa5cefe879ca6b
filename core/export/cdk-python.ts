import { cdkExporter } from "./cdk-exporter.ts";
import type { CdkLanguage } from "./cdk-language.ts";
import { printDoc } from "./code/print-doc.ts";
import type { Layout } from "./code/print-doc.ts";
import type { Exporter } from "./exporter.ts";
import { namesTaken, programCode, snippetCode } from "./python/program.ts";

/** How black lays code out. */
export const black: Layout = { lineWidth: 88, indentWidth: 4 };

const python: CdkLanguage = {
  name: "Python",
  editorLanguage: "python",
  extension: "py",
  wordSeparator: "_",
  run: (fileName) => `python3 ${fileName}`,
  packages: "pypi",
  ignored: [".venv/", "__pycache__/", "cdk.out/"],
  program: (program) => printDoc(programCode(program), black),
  snippet: (program, stack) => printDoc(snippetCode(program, stack), black),
  snippetPlace: "the `__init__` of a stack",
  namesTaken,
};

/** A CDK v2 program in Python, or the part of it that builds a stack; as black would format it. */
export const cdkPython: Exporter = cdkExporter("v2", python);

/** The same for CDK v1. */
export const cdkV1Python: Exporter = cdkExporter("v1", python);
