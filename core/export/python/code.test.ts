import { execFileSync, spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Json } from "../../problem/json.ts";
import { printDoc } from "../code/print-doc.ts";
import { jsonCode } from "../program/text.ts";
import { expressionCode } from "./expressions.ts";
import { stringLiteral } from "./literals.ts";
import {
  keywordArgument,
  moduleName,
  PythonNames,
  snakeCase,
} from "./names.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 20_000 : 500;

function codeOf(value: Json): string {
  const expression = jsonCode(value, () => undefined);
  return printDoc(expressionCode(expression, () => "")).text;
}

/** Evaluates expressions; `cdk.Aws` has the names of its members as values. */
const script = `
import json, sys
class Names:
    def __getattr__(self, name): return name
class cdk: Aws = Names()
print(json.dumps([eval(code) for code in json.load(sys.stdin)]))
`;

const hasPython = spawnSync("python3", ["--version"]).status === 0;

function evaluated(codes: readonly string[]): unknown {
  const output = execFileSync("python3", ["-c", script], {
    input: JSON.stringify(codes),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return JSON.parse(output);
}

describe("literals", () => {
  test.each([
    ["it's", '"it\'s"'],
    ['say "hi"', "'say \"hi\"'"],
    ["a\nb\u0085", String.raw`"a\nb\u0085"`],
  ])("[X23] the text %j", (text, code) => {
    expect(stringLiteral(text)).toBe(code);
  });

  test.each([
    ["${AWS::Region}", "cdk.Aws.REGION"],
    ["in {${AWS::Region}}", 'f"in {{{cdk.Aws.REGION}}}"'],
    [{ a: [true, null, 1e21] }, '{"a": [True, None, 1e21]}'],
  ])("[X23] the value %j", (value, code) => {
    expect(codeOf(value)).toBe(code);
  });

  test.skipIf(!hasPython)(
    "[X23] every text and JSON value is a literal of that value (skipped where there is no python3)",
    () => {
      const text = fc.oneof(
        fc.string({ unit: "binary" }),
        fc
          .array(fc.constantFrom("{", "}", '"', "'", "\\", "\n", "\u2028", "a"))
          .map((parts) => parts.join("")),
      );
      const value = fc
        .jsonValue({ maxDepth: 3 })
        .map((json) => JSON.parse(JSON.stringify(json)) as Json);
      const texts = fc.sample(text, { seed: 41, numRuns });
      const values = fc.sample(value, { seed: 42, numRuns });
      expect(
        evaluated([
          ...texts.map(codeOf),
          ...texts.map((one) => codeOf(`${one}\${AWS::Region}${one}`)),
          ...values.map(codeOf),
        ]),
      ).toEqual([
        ...texts,
        ...texts.map((one) => `${one}REGION${one}`),
        ...values,
      ]);
    },
  );
});

describe("names", () => {
  test.each([
    ["fromKeyArn", "from_key_arn"],
    ["grantEncryptDecrypt", "grant_encrypt_decrypt"],
    ["pendingWindowInDays", "pending_window_in_days"],
    ["ref", "ref"],
  ])("[X23] %s of jsii is %s", (name, snake) => {
    expect(snakeCase(name)).toBe(snake);
  });

  test("[X23] words of the language get an underscore", () => {
    expect(keywordArgument("from")).toBe("from_");
    expect(keywordArgument("type")).toBe("type");
    expect(moduleName("lambda")).toBe("lambda_");
    expect(moduleName("kms")).toBe("kms");
  });

  test.each([
    ["PaymentsKey", "payments_key"],
    ["payments-key", "payments_key"],
    ["S3Key", "s3_key"],
    ["AWSKey", "aws_key"],
    ["7th", "key_7_th"],
    ["ключ", "key"],
    ["Key", "key"],
    ["kms", "kms_2"],
    ["class", "class_2"],
    ["list", "list_2"],
  ])("[X23] the variable for %j is %s", (wish, name) => {
    expect(new PythonNames().variable(wish, "key")).toBe(name);
  });

  test("[X23] no two names are alike", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 6 })), (wishes) => {
        const names = new PythonNames();
        const given = wishes.map((wish) => names.variable(wish, "cfnKey"));
        expect(new Set(given).size).toBe(given.length);
        for (const name of given) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      }),
      { numRuns: 300, seed: 43 },
    );
  });
});
