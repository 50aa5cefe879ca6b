import { beforeAll, describe, expect, test } from "vitest";

import {
  cdk,
  compilePrograms,
  initContext,
  runProgram,
  runProgramAll,
  templateOf,
  tryProgram,
} from "./real-cdk.ts";

function program(core: string, constructs: string, kms: string): string {
  return `
import * as cdk from "${core}";
import { Construct } from "${constructs}";
import * as kms from "${kms}";
class KeyStack extends cdk.Stack {
  readonly key: kms.IKey;
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);
    this.key = new kms.Key(this, "Key");
  }
}
const app = new cdk.App();
const use = new cdk.Stack(app, "Use", { stackName: "in-use" });
const { key } = new KeyStack(app, "Keys");
new kms.Alias(use, "Alias", { aliasName: "alias/use", targetKey: key });
`;
}

const programs = {
  v1: program("@aws-cdk/core", "@aws-cdk/core", "@aws-cdk/aws-kms"),
  v2: program("aws-cdk-lib", "constructs", "aws-cdk-lib/aws-kms"),
} as const;

describe("programs of both lines", () => {
  let compiled: ReturnType<typeof compilePrograms>;

  beforeAll(() => {
    compiled = compilePrograms("lines", new Map(Object.entries(programs)));
  });

  test("[O8] they type-check under strict in one run", () => {
    expect(compiled.diagnostics).toBe("");
  });

  test.each(["v1", "v2"] as const)(
    "[O8] %s: all stacks come back, a stack after those it needs",
    (line) => {
      const javaScript = compiled.javaScript.get(line) ?? "";
      const { stacks } = runProgramAll(javaScript, { line, context: {} });
      expect(stacks.map(({ id, name }) => [id, name])).toEqual([
        ["Keys", "Keys"],
        ["Use", "in-use"],
      ]);
      expect(stacks.map(({ templateText }) => templateText)).toEqual(
        stacks.map(({ template }) => JSON.stringify(template, null, 1)),
      );
      expect(stacks[0]?.template).toMatchObject({
        Outputs: { ExportsOutputFnGetAttKey961B73FDArn5A860C43: {} },
      });
    },
  );

  test("[O8] a program sees the library of its own line only", () => {
    const javaScript = compiled.javaScript.get("v1") ?? "";
    expect(
      tryProgram(javaScript, { line: "v2", context: initContext }),
    ).toMatchObject({
      ok: false,
      message: "a program of the CDK v2 imports @aws-cdk/core",
    });
  });

  test("[O8] what the CDK throws is a value", () => {
    const javaScript =
      'const cdk = require("aws-cdk-lib"); new cdk.Stack(new cdk.App(), "-");';
    expect(
      tryProgram(javaScript, { line: "v2", context: initContext }),
    ).toMatchObject({ ok: false, name: "StackNameInvalidFormat" });
  });

  test("[O8] an app made in process has the template of the program", () => {
    const javaScript =
      'const cdk = require("aws-cdk-lib"); new cdk.Stack(new cdk.App(), "S").exportValue("x", { name: "N" });';
    const app = new cdk.App({ context: initContext });
    new cdk.Stack(app, "S").exportValue("x", { name: "N" });
    expect(templateOf(app)).toEqual(runProgram(javaScript, initContext));
  });
});
