import { hardline, join } from "./code/doc.ts";
import { printDoc } from "./code/print-doc.ts";
import type { Exporter, ExportRequest } from "./exporter.ts";
import { programCode, stackBody } from "./typescript/program.ts";

/** A CDK v2 program in TypeScript, or the part of it that builds the keys; as prettier would format it. */
export const cdkTypeScript: Exporter = {
  group: "CDK",
  language: "TypeScript",
  editorLanguage: "typescript",
  perKey: false,
  fragment: true,
  logicalIds: false,
  needsCdk: true,
  write: (request) =>
    request.fragment ? writeFragment(request) : writeProgram(request),
};

function writeProgram({ design, stack }: ExportRequest) {
  return {
    ...printDoc(programCode(design, stack)),
    notes: [],
    fileName: `${kebabCase(stack.id)}.ts`,
  };
}

function writeFragment({ design, stack }: ExportRequest) {
  const blocks = stackBody(design, stack);
  return {
    ...printDoc([join([hardline, hardline], blocks), hardline]),
    notes: [
      "Paste into the constructor of a stack, where cdk, iam and kms are imported from aws-cdk-lib.",
    ],
    fileName: `${kebabCase(stack.id)}.fragment.ts`,
  };
}

function kebabCase(text: string): string {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase();
}
