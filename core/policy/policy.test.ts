import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAccountId, parseArn } from "./arn.ts";
import {
  conditionOperators,
  parseOperator,
  printOperator,
  setPrefixes,
} from "./operators.ts";
import type { Operator } from "./operators.ts";
import {
  hasPseudoParameter,
  pseudoParameters,
  substitute,
  textParts,
} from "./pseudo-parameters.ts";
import { matchesWildcard } from "./wildcard.ts";
import { keysOf } from "../kms/keys-of.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 50_000 : 1000;

/** The plain definition: `*` takes nothing, or one character and goes on. */
function bruteForce(pattern: string, text: string): boolean {
  const [first] = pattern;
  if (first === undefined) return text === "";
  const rest = pattern.slice(1);
  if (first === "*")
    return (
      bruteForce(rest, text) ||
      (text !== "" && bruteForce(pattern, text.slice(1)))
    );
  return text !== "" && (first === "?" || first === text[0])
    ? bruteForce(rest, text.slice(1))
    : false;
}

describe("wildcards", () => {
  test("[L1] a star is any run of characters", () => {
    expect(matchesWildcard("kms:Describe*", "kms:DescribeKey")).toBe(true);
    expect(matchesWildcard("kms:Describe*", "kms:Describe")).toBe(true);
  });

  test("[L1] a question mark is exactly one character", () => {
    expect(matchesWildcard("key/?", "key/a")).toBe(true);
    expect(matchesWildcard("key/?", "key/")).toBe(false);
  });

  test("[L1] without wildcards only the same text matches", () => {
    expect(matchesWildcard("kms:Sign", "kms:Sign")).toBe(true);
    expect(matchesWildcard("kms:Sign", "kms:SignX")).toBe(false);
  });

  test("[L1] case matters unless it is told not to", () => {
    expect(matchesWildcard("KMS:sign", "kms:Sign")).toBe(false);
    expect(matchesWildcard("KMS:s*", "kms:Sign", { ignoreCase: true })).toBe(
      true,
    );
  });

  test("[L1] matching is what the definition says, for all short patterns and texts", () => {
    const pattern = fc
      .array(fc.constantFrom("a", "b", "*", "?"), { maxLength: 7 })
      .map((parts) => parts.join(""));
    const text = fc
      .array(fc.constantFrom("a", "b"), { maxLength: 7 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(pattern, text, (p, t) => {
        expect(matchesWildcard(p, t)).toBe(bruteForce(p, t));
      }),
      { numRuns, seed: 3 },
    );
  });

  test("[L1] many stars against a long text do not take long", () => {
    const pattern = `${"a*".repeat(500)}b`;
    expect(matchesWildcard(pattern, "a".repeat(20_000))).toBe(false);
  });
});

const operators: fc.Arbitrary<Operator> = fc
  .record({
    name: fc.constantFrom(...keysOf(conditionOperators)),
    prefix: fc.option(fc.constantFrom(...keysOf(setPrefixes)), {
      nil: undefined,
    }),
    ifExists: fc.boolean(),
  })
  .map(({ name, prefix, ifExists }) => ({
    name,
    ...(prefix && { prefix }),
    ifExists: ifExists && conditionOperators[name].ifExists,
  }));

describe("operators", () => {
  test("[L2] an operator is read in its parts", () => {
    expect(parseOperator("ForAnyValue:StringLikeIfExists")).toEqual({
      name: "StringLike",
      prefix: "ForAnyValue",
      ifExists: true,
    });
  });

  test("[L2] an operator without prefix has none", () => {
    expect(parseOperator("Bool")).toEqual({ name: "Bool", ifExists: false });
  });

  test("[L2] what is printed is read back, in any case", () => {
    fc.assert(
      fc.property(operators, fc.func(fc.boolean()), (operator, isUpper) => {
        const text = printOperator(operator)
          .split("")
          .map((letter, index) =>
            isUpper(index) ? letter.toUpperCase() : letter.toLowerCase(),
          )
          .join("");
        expect(parseOperator(text)).toEqual(operator);
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  test.each([
    ["StringEqual"],
    [""],
    ["IfExists"],
    ["ForAnyValue:"],
    ["ForSomeValue:StringEquals"],
    ["NullIfExists"],
    ["StringEqualsIfExistsIfExists"],
    ["toString"],
    ["__proto__"],
    ["constructor"],
  ])("[L2] there is no operator %j", (text) => {
    expect(parseOperator(text)).toBeUndefined();
  });
});

describe("pseudo parameters", () => {
  test("[L3] a text is split at its pseudo parameters", () => {
    expect(
      textParts("arn:${AWS::Partition}:iam::${AWS::AccountId}:root"),
    ).toEqual([
      "arn:",
      { ref: "AWS::Partition" },
      ":iam::",
      { ref: "AWS::AccountId" },
      ":root",
    ]);
  });

  test("[L3] an empty text has no parts", () => {
    expect(textParts("")).toEqual([]);
  });

  test("[L3] other variables stay text", () => {
    const text = "${aws:username} ${AWS::NoValue} ${AWS::Nothing} $ {}";
    expect(textParts(text)).toEqual([text]);
    expect(hasPseudoParameter(text)).toBe(false);
  });

  test("[L3] a text with a pseudo parameter says so", () => {
    expect(hasPseudoParameter("x${AWS::Region}")).toBe(true);
  });

  test("[L3] joined again, the parts are the text", () => {
    const piece = fc.oneof(
      fc.constantFrom(...keysOf(pseudoParameters)).map((name) => `\${${name}}`),
      fc.constantFrom("${AWS::", "${", "}", "$", "AWS::Region", "a"),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((parts) => parts.join("")),
        (text) => {
          const parts = textParts(text);
          expect(parts).not.toContain("");
          expect(
            parts
              .map((part) =>
                typeof part === "string" ? part : `\${${part.ref}}`,
              )
              .join(""),
          ).toBe(text);
        },
      ),
      { numRuns, seed: 5 },
    );
  });

  test("[L3] each pseudo parameter is replaced by its value", () => {
    expect(
      substitute("${AWS::Region}-${AWS::AccountId}-${AWS::Region}", (name) =>
        name === "AWS::Region" ? "eu-west-1" : "1",
      ),
    ).toBe("eu-west-1-1-eu-west-1");
  });
});

describe("ARNs", () => {
  test("[L4] an ARN is read in its parts", () => {
    expect(parseArn("arn:aws:iam::111122223333:role/path/A")).toEqual({
      partition: "aws",
      service: "iam",
      region: "",
      account: "111122223333",
      resource: "role/path/A",
    });
  });

  test("[L4] a resource may hold colons", () => {
    expect(parseArn("arn:aws:logs:eu-west-1:1:log-group:a:*")?.resource).toBe(
      "log-group:a:*",
    );
  });

  test("[L4] pseudo parameters stay whole", () => {
    expect(
      parseArn(
        "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/1",
      ),
    ).toEqual({
      partition: "${AWS::Partition}",
      service: "kms",
      region: "${AWS::Region}",
      account: "${AWS::AccountId}",
      resource: "key/1",
    });
  });

  test.each([
    [""],
    ["arn:aws:iam::1"],
    ["arn:aws:iam::1:"],
    ["a:aws:iam::1:r"],
  ])("[L4] %j is no ARN", (text) => {
    expect(parseArn(text)).toBeUndefined();
  });

  test("[L5] an account id has twelve digits", () => {
    expect(isAccountId("111122223333")).toBe(true);
    expect(isAccountId("11112222333")).toBe(false);
    expect(isAccountId("1111222233334")).toBe(false);
    expect(isAccountId("11112222333x")).toBe(false);
    expect(isAccountId("111122223333\n")).toBe(false);
  });
});
