import type { CdkLine } from "../design/feature-flags.ts";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { inside, load } from "./real-cdk-lines.ts";

/** What the compiler said of programs, and their JavaScript by name. */
export interface Compiled {
  readonly diagnostics: string;
  readonly javaScript: ReadonlyMap<string, string>;
}

/** Type-checks programs under strict, all in one run of the compiler; programs of both lines may be mixed. */
export function compilePrograms(
  folder: string,
  programs: ReadonlyMap<string, string>,
  line: CdkLine = "v2",
): Compiled {
  const root = resolve(".cache", "oracle", folder);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const [name, text] of programs)
    writeFileSync(join(root, `${name}.ts`), text);
  writeFileSync(
    join(root, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        target: "es2022",
        module: "commonjs",
        moduleResolution: "bundler",
        strict: true,
        noUnusedLocals: true,
        noUncheckedIndexedAccess: true,
        // The classes of v1 were not written for it: a ServicePrincipal is no IPrincipal then.
        exactOptionalPropertyTypes: line === "v2",
        skipLibCheck: true,
        types: [],
        outDir: "out",
      },
      include: ["*.ts"],
    }),
  );
  const diagnostics = runCompiler(root);
  const javaScript = new Map<string, string>();
  for (const name of programs.keys())
    javaScript.set(name, readFileSync(join(root, "out", `${name}.js`), "utf8"));
  return { diagnostics, javaScript };
}

function runCompiler(root: string): string {
  const compiler = resolve("node_modules", "typescript", "bin", "tsc");
  try {
    execFileSync(process.execPath, [compiler, "-p", root], {
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    return "";
  } catch (error) {
    return error instanceof Error && "stdout" in error
      ? String(error.stdout)
      : String(error);
  }
}

interface OldCompiler {
  readonly ModuleKind: { readonly CommonJS: number };
  readonly ScriptTarget: { readonly ES2022: number };
  readonly transpileModule: (
    text: string,
    options: { readonly compilerOptions: object },
  ) => { readonly outputText: string };
}

let oldCompiler: OldCompiler | undefined;

/** The CommonJS of a program whose types nobody checks. */
export function transpile(program: string): string {
  // TypeScript 7 has no interface for programs; the one inside jsii-rosetta has.
  oldCompiler ??= load<OldCompiler>("typescript", inside("jsii-rosetta"));
  const { ModuleKind, ScriptTarget, transpileModule } = oldCompiler;
  return transpileModule(program, {
    compilerOptions: {
      module: ModuleKind.CommonJS,
      target: ScriptTarget.ES2022,
    },
  }).outputText;
}
