import { cdkExporter } from "./cdk-exporter.ts";
import type { CdkLanguage } from "./cdk-language.ts";
import { printDoc } from "./code/print-doc.ts";
import type { Exporter } from "./exporter.ts";
import { namesTaken, programCode, snippetCode } from "./typescript/program.ts";

const typeScript: CdkLanguage = {
  name: "TypeScript",
  editorLanguage: "typescript",
  extension: "ts",
  wordSeparator: "-",
  run: (fileName) => `npx tsx ${fileName}`,
  packages: "npm",
  ignored: ["node_modules/", "cdk.out/"],
  program: (program) => printDoc(programCode(program)),
  snippet: (program, stack) => printDoc(snippetCode(program, stack)),
  snippetPlace: "the constructor of a stack",
  namesTaken,
};

/** A CDK v2 program in TypeScript, or the part of it that builds a stack; as prettier would format it. */
export const cdkTypeScript: Exporter = cdkExporter("v2", typeScript);

/** The same for CDK v1. */
export const cdkV1TypeScript: Exporter = cdkExporter("v1", typeScript);
