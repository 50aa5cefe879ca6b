import type { Design } from "../design/design.ts";
import type { CdkLine } from "../design/feature-flags.ts";
import { contextFlags } from "../synth/flags.ts";
import { jsonFile, lookUpFiles } from "./cdk-companions.ts";
import type { CdkLanguage } from "./cdk-language.ts";
import type { Companion } from "./exported.ts";
import { fileStem } from "./file-name.ts";
import { includedOf } from "./program/included.ts";
import { modules } from "./program/modules.ts";
import type { Program } from "./program/program.ts";
import { modulesUsed } from "./program/walk.ts";

/** The versions that a project is built with: those its program was tested against, and the command line of their time. */
const versions = {
  v1: { library: "1.204.0", constructs: "3.4.344", cli: "1.204.0" },
  v2: { library: "2.276.0", constructs: "10.8.1", cli: "2.1148.1" },
  tools: { tsx: "4.23.15", typescript: "7.0.2" },
} as const;

interface Project {
  readonly program: Program;
  /** The command that runs the program. */
  readonly app: string;
  readonly language: CdkLanguage;
}

/** The files that make a folder of a CDK program, so that it builds. */
export function projectFiles(
  design: Design,
  { program, app, language }: Project,
): readonly Companion[] {
  return [
    ...packageFiles(design, program, language),
    jsonFile("cdk.json", { app, context: contextFlags(design.cdk) }),
    ...lookUpFiles(design),
    { fileName: ".gitignore", text: `${language.ignored.join("\n")}\n` },
    ...(program.line === "v2" ? includedFiles(design) : []),
  ];
}

function includedFiles({ stacks }: Design): readonly Companion[] {
  return stacks.flatMap((stack) => {
    const included = includedOf(stack);
    return included === undefined
      ? []
      : [jsonFile(included.fileName, included.template)];
  });
}

function packageFiles(
  design: Design,
  program: Program,
  { packages }: CdkLanguage,
): readonly Companion[] {
  return packages === "npm"
    ? [
        jsonFile("package.json", packageJson(design, program)),
        jsonFile("tsconfig.json", compilerSettings(program.line)),
      ]
    : [{ fileName: "requirements.txt", text: requirements(program) }];
}

function packageJson({ name }: Design, program: Program) {
  const { library, constructs, cli } = versions[program.line];
  return {
    name: fileStem(name).toLowerCase() || "keys",
    version: "0.1.0",
    private: true,
    scripts: {
      build: "tsc --noEmit",
      synth: "cdk synth",
      diff: "cdk diff",
      deploy: "cdk deploy",
    },
    dependencies: {
      ...Object.fromEntries(
        librariesOf(program, "@aws-cdk/").map((one) => [one, library]),
      ),
      constructs,
    },
    devDependencies: { "aws-cdk": cli, ...versions.tools },
  };
}

/** The packages of the libraries that a program of v1 uses; v2 has them all in one. */
function librariesOf(program: Program, prefix: string): readonly string[] {
  if (program.line === "v2") return ["aws-cdk-lib"];
  const used = new Set(["cdk" as const, ...modulesUsed(program.stacks)]);
  return [...used].map((name) => prefix + modules[name]).toSorted();
}

function requirements(program: Program): string {
  const { library, constructs } = versions[program.line];
  // The CDK of v1 names a range of constructs itself, whose numbers differ in Python.
  const own = program.line === "v2" ? [`constructs==${constructs}`] : [];
  const lines = librariesOf(program, "aws-cdk.").map(
    (name) => `${name}==${library}`,
  );
  return `${[...lines, ...own].join("\n")}\n`;
}

function compilerSettings(line: CdkLine) {
  return {
    compilerOptions: {
      target: "es2022",
      module: "commonjs",
      strict: true,
      noUnusedLocals: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: line === "v2",
      skipLibCheck: true,
      types: [],
      noEmit: true,
    },
    include: ["*.ts"],
  };
}
