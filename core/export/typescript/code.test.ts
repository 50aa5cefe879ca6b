import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { group, hardline, indent, line, softline } from "../code/doc.ts";
import { printDoc } from "../code/print-doc.ts";
import { textWidth } from "../code/text-width.ts";
import type { Json } from "../../problem/json.ts";
import { jsonCode, textCode } from "../program/text.ts";
import { expressionCode } from "./expressions.ts";
import { Identifiers } from "./identifiers.ts";
import { stringLiteral } from "./literals.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 20_000 : 500;

/** What a literal of our code evaluates to. */
function evaluated(code: string): unknown {
  const Aws = { REGION: "<region>", ACCOUNT_ID: "<account>" };
  // The code is a literal that our own function wrote.
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- evaluating the literal is the test
  const run = new Function("cdk", `"use strict"; return (${code});`) as (
    cdk: object,
  ) => unknown;
  return run({ Aws });
}

function codeOf(value: Json): string {
  const none = () => undefined;
  const expression =
    typeof value === "string" ? textCode(value, none) : jsonCode(value, none);
  return printDoc(expressionCode(expression, () => "")).text;
}

describe("literals", () => {
  test("[X18] a string stands in double quotes", () => {
    expect(stringLiteral("it's")).toBe('"it\'s"');
  });

  test("[X18] single quotes are taken where they save escapes", () => {
    expect(stringLiteral('say "hi"')).toBe("'say \"hi\"'");
  });

  test("[X18] a pseudo parameter alone is the CDK's constant", () => {
    expect(codeOf("${AWS::Region}")).toBe("cdk.Aws.REGION");
  });

  test("[X18] a text with a pseudo parameter is a template literal", () => {
    expect(codeOf("a`${AWS::Region}\\${x}")).toBe(
      "`a\\`${cdk.Aws.REGION}\\\\\\${x}`",
    );
  });

  test("[X18] every text is written as a literal of that text", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(
          fc.constantFrom(
            "`",
            "$",
            "{",
            "}",
            '"',
            "'",
            "\\",
            "\n",
            "\u2028",
            "a",
          ),
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(evaluated(codeOf(value))).toBe(value);
        expect(evaluated(codeOf(`${value}\${AWS::Region}${value}`))).toBe(
          `${value}<region>${value}`,
        );
      }),
      { numRuns, seed: 33 },
    );
  });

  test("[X18] every JSON value is written as a literal of that value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        fc.pre(!JSON.stringify(json).includes("__proto__"));
        expect(evaluated(codeOf(json))).toEqual(json);
      }),
      { numRuns, seed: 34 },
    );
  });
});

describe("names", () => {
  test.each([
    ["PaymentsKey", "paymentsKey"],
    ["payments-key", "paymentsKey"],
    ["with/slash", "withSlash"],
    ["7th", "key7th"],
    ["ключ", "key"],
    ["new", "new2"],
    ["Key", "key"],
    ["App", "app2"],
  ])("[X19] the variable for %j is %s", (wish, name) => {
    expect(new Identifiers().variable(wish, "key")).toBe(name);
  });

  test.each([
    ["Payments", "PaymentsStack"],
    ["KeyStack", "KeyStack"],
    ["a-1", "A1Stack"],
    ["1", "Stack1Stack"],
  ])("[X19] the class for stack %j is %s", (wish, name) => {
    expect(new Identifiers().type(wish, "Stack")).toBe(name);
  });

  test("[X19] no two names are alike, and each can stand in a program", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 6 })), (wishes) => {
        const names = new Identifiers();
        const given = wishes.map((wish) => names.variable(wish, "key"));
        expect(new Set(given).size).toBe(given.length);
        for (const name of given) {
          expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
          expect(() => evaluated(`((${name}) => ${name})(1)`)).not.toThrow();
        }
      }),
      { numRuns: 300, seed: 35 },
    );
  });
});

describe("layout", () => {
  const list = (...words: readonly string[]) =>
    group(
      "[",
      indent(
        softline,
        words.map((word, index) => (index === 0 ? word : [",", line, word])),
      ),
      softline,
      "]",
    );

  test("[X20] a group that fits stays on one line", () => {
    expect(printDoc(list("a", "b")).text).toBe("[a, b]");
  });

  test("[X20] a group that does not fit breaks all its lines", () => {
    const word = "x".repeat(40);
    expect(printDoc(list(word, word)).text).toBe(`[\n  ${word},\n  ${word}\n]`);
  });

  test("[X20] 80 columns fit, 81 do not", () => {
    expect(printDoc(list("x".repeat(78))).text).not.toContain("\n");
    expect(printDoc(list("x".repeat(79))).text).toContain("\n");
  });

  test("[X20] an empty line has no spaces", () => {
    expect(printDoc(indent("a", hardline, hardline, "b")).text).toBe(
      "a\n\n  b",
    );
  });

  test.each([
    ["abc", 3],
    ["é", 1],
    ["e\u0301", 1],
    ["日本", 4],
    ["🔑", 2],
    ["", 0],
  ])("[X20] %j takes %i columns", (text, columns) => {
    expect(textWidth(text)).toBe(columns);
  });
});
