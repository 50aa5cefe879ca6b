import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

import type * as Cdk from "aws-cdk-lib";

import { isJsonObject } from "../problem/json.ts";
import type { Json, JsonObject } from "../problem/json.ts";

const require = createRequire(import.meta.url);

/** A CommonJS module, of which the caller knows the type. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the type once, here
function load<T>(name: string, from = require): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `require` knows no types
  return from(name) as T;
}

// Its validator takes two seconds to start; the oracle runs it once, over all templates.
process.env["CDK_VALIDATION"] = "false";
process.env["JSII_DEPRECATED"] = "quiet";

/** The real aws-cdk-lib. */
export const cdk = load<typeof Cdk>("aws-cdk-lib");

/** The context that `cdk init` of the installed version writes. */
export const initContext = load<JsonObject>(
  "aws-cdk-lib/recommended-feature-flags.json",
);

/** What the compiler said of programs, and their JavaScript by name. */
export interface Compiled {
  readonly diagnostics: string;
  readonly javaScript: ReadonlyMap<string, string>;
}

/** Type-checks programs under strict, all in one run of the compiler. */
export function compilePrograms(
  folder: string,
  programs: ReadonlyMap<string, string>,
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
        exactOptionalPropertyTypes: true,
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

/** A synthesised stack: the text of its template as the CDK would write it without what every stack has. */
export interface RealTemplate {
  readonly text: string;
  readonly json: JsonObject;
}

type ModuleBody = (require: (name: string) => unknown, exports: object) => void;

/**
 * Runs a compiled program as the CDK's command line would, with this context, and synthesises the app it makes.
 * Throws what the CDK throws.
 */
export function runProgram(
  javaScript: string,
  context: JsonObject,
): RealTemplate {
  const apps: Cdk.App[] = [];
  class RecordedApp extends cdk.App {
    constructor(props?: Cdk.AppProps) {
      super({ ...props, analyticsReporting: false });
      apps.push(this);
    }
  }
  const recording: unknown = Object.create(cdk, {
    App: { value: RecordedApp },
  });
  // The command line passes the context of cdk.json in this variable.
  process.env["CDK_CONTEXT_JSON"] = JSON.stringify(context);
  const required = (name: string): unknown =>
    name === "aws-cdk-lib" ? recording : load(name);
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval, typescript/no-unsafe-type-assertion -- the program is run as the CommonJS module it was compiled to
  const run = new Function("require", "exports", javaScript) as ModuleBody;
  run(required, {});
  const [app] = apps;
  if (app === undefined) throw new Error("the program made no app");
  return templateOf(app);
}

/** The template of the only stack of an app. */
export function templateOf(app: Cdk.App): RealTemplate {
  const assembly = app.synth();
  const [stack] = assembly.stacks;
  if (stack === undefined) throw new Error("the app has no stack");
  const written: unknown = JSON.parse(
    readFileSync(stack.templateFullPath, "utf8"),
  );
  rmSync(assembly.directory, { recursive: true, force: true });
  if (!isJsonObject(written)) throw new Error("the template is no object");
  const json = withoutBootstrap(written);
  return { text: JSON.stringify(json, null, 1), json };
}

/** Without the parameter and the rule that the default synthesizer adds to every stack. */
function withoutBootstrap(template: JsonObject): JsonObject {
  const parameters = without(template["Parameters"], "BootstrapVersion");
  const rules = without(template["Rules"], "CheckBootstrapVersion");
  return Object.fromEntries(
    Object.entries({ ...template, Parameters: parameters, Rules: rules })
      .filter(([, section]) => section !== undefined)
      .map(([name, section]) => [name, section ?? null]),
  );
}

function without(section: Json | undefined, name: string): Json | undefined {
  if (!isJsonObject(section)) return section;
  const rest = Object.entries(section).filter(([key]) => key !== name);
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

/** The errors that AWS's template validator finds. */
export function validatorErrors(
  name: string,
  template: string,
): readonly string[] {
  const { diagnostics } = engine().validateTemplate(
    new validate.TemplateContent(template, `${name}.json`),
    { detailLevel: "STANDARD", severityLevel: "ERROR" },
  );
  return diagnostics.map((diagnostic) => JSON.stringify(diagnostic));
}

interface Validator {
  readonly TemplateContent: new (text: string, name: string) => object;
  readonly CompositeEngine: new (options: object) => {
    validateTemplate: (
      content: object,
      options: object,
    ) => { readonly diagnostics: readonly unknown[] };
  };
}

// It comes inside aws-cdk-lib.
const validate = load<Validator>(
  "@aws/cloudformation-validate",
  createRequire(require.resolve("aws-cdk-lib")),
);

let started: InstanceType<Validator["CompositeEngine"]> | undefined;

function engine() {
  started ??= new validate.CompositeEngine({});
  return started;
}
