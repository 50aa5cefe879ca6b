import { createRequire } from "node:module";

import type * as Cdk from "aws-cdk-lib";

import type { CdkLine } from "../design/feature-flags.ts";
import type { JsonObject } from "../problem/json.ts";

const require = createRequire(import.meta.url);

/** A CommonJS module, of which the caller knows the type. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the type once, here
export function load<T>(name: string, from = require): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `require` knows no types
  return from(name) as T;
}

/** Loads as a module of that package would: what comes inside the package is found too. */
export function inside(name: string): NodeJS.Require {
  return createRequire(require.resolve(name));
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

/** What an app has in both lines. */
export interface CdkApp {
  readonly synth: () => CdkAssembly;
}

/** What the CDK wrote into a folder. */
export interface CdkAssembly {
  readonly directory: string;
  /** A stack comes after those it depends on. */
  readonly stacks: readonly CdkStack[];
  readonly manifest: { readonly missing?: readonly object[] | undefined };
}

interface CdkStack {
  readonly hierarchicalId: string;
  readonly stackName: string;
  readonly templateFullPath: string;
  readonly messages: readonly {
    readonly id: string;
    readonly entry: { readonly type: string; readonly data?: unknown };
  }[];
}

interface CdkCore {
  readonly App: new (props?: object) => CdkApp;
}

interface CxApi {
  readonly CloudAssembly: new (folder: string) => CdkAssembly;
}

interface Line {
  /** The module that has `App`. */
  readonly core: string;
  /** The module that reads what the CDK wrote. */
  readonly cxApi: string;
  /** What its programs may import. */
  readonly imports: RegExp;
  /** Loads as the core would, so that `constructs` is the version of the line. */
  readonly from: NodeJS.Require;
}

const lines: Readonly<Record<CdkLine, Line>> = {
  v1: {
    core: "@aws-cdk/core",
    cxApi: "@aws-cdk/cx-api",
    imports: /^(@aws-cdk\/.*|constructs)$/,
    from: inside("@aws-cdk/core"),
  },
  v2: {
    core: "aws-cdk-lib",
    cxApi: "aws-cdk-lib/cx-api",
    imports: /^(aws-cdk-lib(\/.*)?|constructs)$/,
    from: inside("aws-cdk-lib"),
  },
};

/** The modules of a line that every run needs; loaded when they are first asked for. */
export function realCdk(line: CdkLine): CdkCore & CxApi {
  const { core, cxApi, from } = lines[line];
  const { App } = load<CdkCore>(core, from);
  const { CloudAssembly } = load<CxApi>(cxApi, from);
  return { App, CloudAssembly };
}

/** What a program of the line gets for its imports, with another `App` in place of the real one. */
export function importsOf(
  line: CdkLine,
  App: CdkCore["App"],
): (name: string) => unknown {
  const { core, imports, from } = lines[line];
  const replaced: unknown = Object.create(load<object>(core, from), {
    App: { value: App },
  });
  return (name) => {
    if (!imports.test(name))
      throw new Error(`a program of the CDK ${line} imports ${name}`);
    return name === core ? replaced : load(name, from);
  };
}

/** The modes in which the cases are recorded: a line and the flags it starts with. */
export const modes = {
  v2: { line: "v2", context: initContext },
  "v2-noflags": { line: "v2", context: {} },
  v1: { line: "v1", context: {} },
  "v1-flags": {
    line: "v1",
    context: load<{ FUTURE_FLAGS: JsonObject }>("@aws-cdk/cx-api").FUTURE_FLAGS,
  },
} satisfies Readonly<
  Record<string, { readonly line: CdkLine; readonly context: JsonObject }>
>;

export type Mode = keyof typeof modes;
