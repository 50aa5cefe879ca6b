import { describe, expect, it } from "vitest";
import type { ActionCell, MatrixCell } from "../../../core/index.ts";
import { wordsOfCell } from "./cell-words.ts";
import { statementFacts } from "./statement-facts.ts";

const statements = statementFacts({
  Statement: [
    { Effect: "Allow", Action: "kms:*", Resource: "*" },
    {
      Effect: "Allow",
      Condition: {
        StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
      },
    },
    {
      Effect: "Allow",
      Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
    },
    {
      Effect: "Deny",
      Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
    },
    {
      Effect: "Deny",
      Condition: {
        StringNotEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
      },
    },
  ],
});

function cell(
  kind: MatrixCell["kind"],
  indexes: readonly number[],
  more: Partial<MatrixCell> = {},
): MatrixCell {
  const state = { kind, binds: true, statements: indexes };
  const actions: readonly ActionCell[] = [{ ...state, action: "kms:Decrypt" }];
  return { ...state, share: 1, actions, ...more };
}

describe("the words of a cell", () => {
  it.each([
    ["allowed", [0], "Allowed"],
    ["delegated", [0], "via IAM"],
    ["denied", [], "Denied"],
    ["none", [], "No"],
    ["unknown", [], "Unknown"],
  ] as const)("say %s", (kind, indexes, word) => {
    expect(wordsOfCell(cell(kind, indexes), statements).word).toBe(word);
  });

  it.each([
    [[0, 1], "if S3"],
    [[1, 2], "if 2"],
    [[0, 3], "if MFA"],
    [[1, 4], "if S3"],
    [[0], "in part"],
  ])("say the condition of statements %o", (indexes, word) => {
    const conditional = cell("conditional", indexes, { isConditional: true });
    expect(wordsOfCell(conditional, statements).word).toBe(word);
  });

  it("say aloud what the eye sees by colour, border and share", () => {
    const open = cell("conditional", [0, 1], {
      isConditional: true,
      binds: false,
    });
    expect(wordsOfCell(open, statements).spoken).toBe(
      "if S3, allowed under conditions, otherwise IAM decides, so the conditions do not bind",
    );
    const [action] = open.actions;
    const mixed = cell("allowed", [0], {
      actions: action ? [action, action, action] : [],
    });
    expect(wordsOfCell(mixed, statements)).toEqual({
      word: "Allowed",
      spoken: "Allowed 1/3 actions",
      share: "1/3",
    });
  });
});
