import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { load } from "./real-cdk-lines.ts";

const require = createRequire(import.meta.url);

interface Rosetta {
  readonly translateTypeScript: (
    source: { readonly contents: string; readonly fileName: string },
    visitor: object,
    options: { readonly includeCompilerDiagnostics: boolean },
  ) => {
    readonly translation: string;
    readonly diagnostics: readonly { readonly messageText: unknown }[];
  };
}

interface Languages {
  readonly TARGET_LANGUAGES: {
    readonly python: { readonly createVisitor: () => object };
  };
}

/** What jsii-rosetta makes of TypeScript in Python. It takes some ten seconds, whatever the length. */
export function rosettaPython(typeScript: string): string {
  const rosetta = load<Rosetta>("jsii-rosetta");
  const folder = dirname(require.resolve("jsii-rosetta/package.json"));
  const { TARGET_LANGUAGES } = load<Languages>(
    join(folder, "lib", "languages", "index.js"),
  );
  const { translation } = rosetta.translateTypeScript(
    // It finds the library from the folder of the file.
    { contents: typeScript, fileName: join(process.cwd(), "snippet.ts") },
    TARGET_LANGUAGES.python.createVisitor(),
    { includeCompilerDiagnostics: false },
  );
  return translation;
}
