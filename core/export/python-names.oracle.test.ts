import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Design } from "../design/design.ts";
import type { CdkLine } from "../design/feature-flags.ts";
import { arbitraryApp } from "../testing/arbitrary-app.ts";
import { Assemblies } from "../testing/jsii-assembly.ts";
import { pythonCalls } from "../testing/python-calls.ts";
import type { PythonCall } from "../testing/python-calls.ts";
import { exportDesign } from "./export-design.ts";
import { snakeCase } from "./python/names.ts";

const services = [
  "s3",
  "cloudtrail",
  "logs",
  "sns",
  "sqs",
  "lambda",
  "dynamodb",
  "secretsmanager",
  "iam",
  "kms",
] as const;

/** The package of each module name in a program, with the beginning of the full names of its types. */
const modules: Readonly<Record<CdkLine, ReadonlyMap<string, string>>> = {
  v2: new Map([
    ["cdk", "aws-cdk-lib"],
    ...services.map((name) => [name, `aws-cdk-lib.aws_${name}`] as const),
    ["lambda_", "aws-cdk-lib.aws_lambda"],
  ]),
  v1: new Map([
    ["cdk", "@aws-cdk/core"],
    ...services.map((name) => [name, `@aws-cdk/aws-${name}`] as const),
    ["lambda_", "@aws-cdk/aws-lambda"],
  ]),
};

const assemblies: Readonly<Record<CdkLine, Assemblies>> = {
  v2: new Assemblies(["aws-cdk-lib", "constructs"]),
  v1: new Assemblies([
    "@aws-cdk/core",
    ...services.map((name) => `@aws-cdk/aws-${name}`),
  ]),
};

const designs = fc.sample(arbitraryApp(), { seed: 20_261_126, numRuns: 300 });

function pythonOf(design: Design): string {
  const target = design.cdk.line === "v1" ? "cdk-v1-python" : "cdk-python";
  const exported = exportDesign(design, target);
  if (!exported.ok) throw new Error(exported.problems[0]?.message);
  return exported.value.text;
}

/** What is wrong with a call on a type of the library; undefined for a call on something else. */
function faultOf(
  { callee, positional, keywords }: PythonCall,
  line: CdkLine,
): string | undefined {
  const [module = "", type = "", method] = callee.split(".");
  const start = modules[line].get(module);
  if (start === undefined || !/^[A-Z]/.test(type)) return undefined;
  const library = assemblies[line];
  const fqn = `${start}.${type}`;
  const found = library.type(fqn);
  if (found === undefined) return `${callee}: no such type`;
  if (found.datatype === true)
    return fault(callee, keywords, library.properties(fqn));
  const parameters = parametersOf(library, fqn, method);
  if (parameters === undefined) return `${callee}: no such method`;
  const last = parameters.at(-1);
  if (last?.variadic !== true && positional > parameters.length)
    return `${callee}: ${positional} arguments for ${parameters.length}`;
  const struct = last?.type?.fqn ?? "";
  return fault(callee, keywords, library.properties(struct));
}

/** The parameters of a constructor, or of the method that has this name in Python. */
function parametersOf(
  library: Assemblies,
  fqn: string,
  method: string | undefined,
) {
  return method === undefined
    ? (library.initializer(fqn) ?? [])
    : library.method(fqn, camelCase(library, fqn, method));
}

/** The method that has this name in Python. */
function camelCase(library: Assemblies, fqn: string, name: string): string {
  const methods = library.methods(fqn);
  return methods.find((method) => snakeCase(method) === name) ?? name;
}

function fault(
  callee: string,
  keywords: readonly string[],
  known: ReadonlySet<string>,
): string | undefined {
  const names = new Set([...known].map(snakeCase));
  const unknown = keywords.filter((keyword) => !names.has(keyword));
  return unknown.length === 0 ? undefined : `${callee}: ${unknown.join(", ")}`;
}

describe("names in exported Python", () => {
  test("[O12] every type, function and argument is in the library's assembly", () => {
    const faults = designs.flatMap((design) =>
      pythonCalls(pythonOf(design)).flatMap(
        (call) => faultOf(call, design.cdk.line) ?? [],
      ),
    );
    expect([...new Set(faults)]).toEqual([]);
  });

  test("[O12] every method on a construct is in the library's assembly", () => {
    const methods = new Map(
      (["v1", "v2"] as const).map((line) => [
        line,
        new Set([...assemblies[line].allMethods()].map(snakeCase)),
      ]),
    );
    const unknown = designs.flatMap((design) =>
      pythonCalls(pythonOf(design)).flatMap(({ callee }) => {
        const parts = callee.split(".");
        const method = parts.at(-1) ?? "";
        const isOurs =
          parts.length < 2 || /^[A-Z]/.test(method) || method === "__init__";
        const known = methods.get(design.cdk.line);
        return isOurs || known?.has(method) === true ? [] : [callee];
      }),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });

  test("[O12] the calls are found, and a wrong one would be", () => {
    const code = 'kms.Key(self, "K", pending_windo=cdk.Duration.days(7))  # x(';
    const calls = pythonCalls(code);
    expect(calls).toEqual([
      { callee: "kms.Key", positional: 2, keywords: ["pending_windo"] },
      { callee: "cdk.Duration.days", positional: 1, keywords: [] },
    ]);
    expect(calls.map((call) => faultOf(call, "v2"))).toEqual([
      "kms.Key: pending_windo",
      undefined,
    ]);
  });
});
