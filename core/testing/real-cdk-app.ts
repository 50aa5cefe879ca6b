import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { CdkLine } from "../design/feature-flags.ts";
import type { JsonObject } from "../problem/json.ts";
import { importsOf, realCdk } from "./real-cdk-lines.ts";
import type { CdkApp, CdkAssembly } from "./real-cdk-lines.ts";
import { readTemplate } from "./real-cdk-template.ts";
import type { RealTemplate } from "./real-cdk-template.ts";

export interface RunOptions {
  readonly line: CdkLine;
  readonly context: JsonObject;
  /** Whether the CDK of v2 runs its validator, which takes two seconds to start. */
  readonly validate?: boolean;
}

export interface RealStack {
  /** The construct's path in the app; its id, unless a stage holds the stack. */
  readonly id: string;
  readonly name: string;
  readonly templateText: string;
  readonly template: JsonObject;
}

/** What the CDK wrote for an app. */
export interface RealApp {
  /** In the order of the assembly: a stack comes after those it depends on. */
  readonly stacks: readonly RealStack[];
  /** By the name of the file, without the ending that all have. */
  readonly nestedStacks: ReadonlyMap<string, RealTemplate>;
  /** The look-ups that the context has no answer to. */
  readonly missing: readonly object[];
  readonly warnings: readonly string[];
  /** What the CDK's validator found, where it ran: severity, rule, place and description. */
  readonly findings: readonly string[];
  readonly context: JsonObject;
}

export type Attempt =
  | { readonly ok: true; readonly app: RealApp }
  | {
      readonly ok: false;
      readonly message: string;
      /** The CDK's name for the kind of error. */
      readonly name: string;
      /** What was written before the CDK threw: its validator looks at files. */
      readonly app: RealApp | undefined;
    };

type ModuleBody = (require: (name: string) => unknown, exports: object) => void;

/**
 * Runs a compiled program as the CDK's command line would, with this context, and synthesises the apps it makes.
 * Throws what the CDK throws.
 */
export function runProgramAll(
  javaScript: string,
  options: RunOptions,
): RealApp {
  return inFolder((folder) =>
    readApp(synthesize(javaScript, options, folder), options),
  );
}

/** Runs a program; what the CDK throws is a value. */
export function tryProgram(javaScript: string, options: RunOptions): Attempt {
  return inFolder((folder) => {
    try {
      const assembly = synthesize(javaScript, options, folder);
      return { ok: true, app: readApp(assembly, options) };
    } catch (error) {
      const { name, message } =
        error instanceof Error ? error : new Error(String(error));
      return {
        ok: false,
        name,
        message: message.replaceAll(folder, "cdk.out"),
        app: readRefused(folder, options),
      };
    }
  });
}

function inFolder<T>(body: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "keywright-"));
  try {
    return body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program and writes what its first app makes into the folder; other apps, which are rare, go below it. */
function synthesize(
  javaScript: string,
  { line, context, validate = false }: RunOptions,
  folder: string,
): CdkAssembly {
  const { App } = realCdk(line);
  const apps: CdkApp[] = [];
  class RecordedApp extends App {
    constructor(props?: object) {
      const below = apps.length === 0 ? "." : `app${apps.length}`;
      const outdir = join(folder, below);
      super({ ...props, analyticsReporting: false, outdir });
      apps.push(this);
    }
  }
  // The command line passes the context of cdk.json in this variable.
  process.env["CDK_CONTEXT_JSON"] = JSON.stringify(context);
  process.env["CDK_VALIDATION"] = String(validate);
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval, typescript/no-unsafe-type-assertion -- the program is run as the CommonJS module it was compiled to
  const run = new Function("require", "exports", javaScript) as ModuleBody;
  run(importsOf(line, RecordedApp), {});
  const [assembly] = apps.map((app) => app.synth());
  if (assembly === undefined) throw new Error("the program made no app");
  return assembly;
}

function readRefused(folder: string, options: RunOptions): RealApp | undefined {
  if (!existsSync(join(folder, "manifest.json"))) return undefined;
  const { CloudAssembly } = realCdk(options.line);
  return readApp(new CloudAssembly(folder), options);
}

function readApp(
  { directory, stacks, manifest }: CdkAssembly,
  { context }: RunOptions,
): RealApp {
  return {
    stacks: stacks.map((stack) => {
      const { text, json } = readTemplate(stack.templateFullPath);
      const { hierarchicalId: id, stackName: name } = stack;
      return { id, name, templateText: text, template: json };
    }),
    nestedStacks: nestedStacks(directory),
    missing: manifest.missing ?? [],
    warnings: stacks.flatMap(({ messages }) =>
      messages.map(
        ({ id, entry }) => `${entry.type} ${id}: ${String(entry.data)}`,
      ),
    ),
    findings: findings(directory),
    context,
  };
}

const NESTED = /^(?<name>.*\.nested)\.template\.json$/;

function nestedStacks(folder: string): ReadonlyMap<string, RealTemplate> {
  return new Map(
    readdirSync(folder).flatMap((file) => {
      const name = NESTED.exec(file)?.groups?.["name"];
      return name === undefined
        ? []
        : [[name, readTemplate(join(folder, file))] as const];
    }),
  );
}

interface ValidationReport {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string;
      readonly severity: string;
      readonly description: string;
      readonly violatingConstructs: readonly {
        readonly constructPath: string;
      }[];
    }[];
  }[];
}

function findings(folder: string): readonly string[] {
  const file = join(folder, "validation-report.json");
  if (!existsSync(file)) return [];
  const { pluginReports } = JSON.parse(
    readFileSync(file, "utf8"),
  ) as ValidationReport;
  return pluginReports
    .flatMap(({ violations }) => violations)
    .flatMap(({ ruleName, severity, description, violatingConstructs }) =>
      violatingConstructs.map(
        ({ constructPath }) =>
          `${severity} ${ruleName} ${constructPath}: ${description}`,
      ),
    );
}
