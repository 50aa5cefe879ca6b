import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capabilities, kmsActionNames, kmsActions } from "../kms/actions.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import { keysOf } from "../kms/keys-of.ts";
import { conditionOperators } from "../policy/operators.ts";
import { capabilityWords, expandAction } from "./capability-words.ts";
import { conditionTexts } from "./condition-words.ts";
import { describeStatement } from "./describe-statement.ts";
import type { StatementWords } from "./describe-statement.ts";
import { printSentence } from "./sentence.ts";

const app = { text: "App", kind: "arn" } as const;
const admin = { text: "Admin", kind: "arn" } as const;
const root = {
  text: "IAM policies of this account",
  kind: "account-root",
} as const;

function sentence(parts: Partial<StatementWords>): string {
  return printSentence(
    describeStatement({
      effect: "Allow",
      principals: [],
      notPrincipals: [],
      actions: [],
      notActions: [],
      conditions: {},
      ...parts,
    }),
  );
}

describe("sentences", () => {
  test("[W1] who may do what", () => {
    expect(sentence({ principals: [app], actions: ["kms:Decrypt"] })).toBe(
      "App may decrypt",
    );
  });

  test("[W1] several principals and actions are listed", () => {
    expect(
      sentence({
        principals: [app, admin, { text: "Ops", kind: "arn" }],
        actions: ["kms:DescribeKey", "s3:GetObject", "s3:PutObject"],
      }),
    ).toBe(
      "App, Admin and Ops may describe key, s3:GetObject and s3:PutObject",
    );
  });

  test("[W1] a Deny says never, and or", () => {
    expect(
      sentence({
        effect: "Deny",
        principals: [app],
        actions: ["s3:GetObject", "s3:PutObject"],
      }),
    ).toBe("App may never s3:GetObject or s3:PutObject");
  });

  test("[W1] what is excepted is named", () => {
    expect(
      sentence({
        effect: "Deny",
        notPrincipals: [admin],
        notActions: ["s3:GetObject"],
      }),
    ).toBe("Everyone except Admin may never do everything except s3:GetObject");
  });

  test("[W1] an account gives its IAM policies the say", () => {
    expect(sentence({ principals: [root], actions: ["kms:*"] })).toBe(
      "IAM policies of this account may let principals do everything",
    );
  });

  test("[W1] an account among others may, like they", () => {
    expect(sentence({ principals: [root, app], actions: ["kms:*"] })).toBe(
      "IAM policies of this account and App may do everything",
    );
  });

  test("[W1] a statement without principal or action says so", () => {
    expect(sentence({})).toBe("Nobody may do nothing");
  });

  test("[W1] conditions stand at the end", () => {
    expect(
      sentence({
        principals: [app],
        actions: ["s3:GetObject"],
        conditions: {
          StringEquals: { "kms:ViaService": "a", "aws:PrincipalOrgID": "o" },
          Bool: { "aws:SecureTransport": true },
        },
      }),
    ).toBe(
      "App may s3:GetObject when kms:ViaService is a, aws:PrincipalOrgID is o and aws:SecureTransport is true",
    );
  });
});

function wordsOf(action: string): string {
  return capabilityWords([action])
    .map(({ words }) => words)
    .join(", ");
}

describe("conditions", () => {
  test.each([
    ["StringEquals", "a", "k is a"],
    ["StringNotEquals", ["a", "b"], "k is not a nor b"],
    ["StringLikeIfExists", ["a*", "b"], "k is like a* or b, or is absent"],
    ["ForAllValues:StringEquals", ["a"], "every value of k, if any, is a"],
    ["foranyvalue:stringlike", "a", "at least one value of k is like a"],
    ["Null", "true", "k is absent"],
    ["Null", false, "k is present"],
    ["NumericLessThan", 3, "k is less than 3"],
    ["StringEquals", "", 'k is ""'],
    ["NoSuchOperator", ["a", "b"], "k NoSuchOperator a or b"],
  ] as const)("[W2] %s %j", (operator, value, text) => {
    expect(conditionTexts({ [operator]: { k: value } })).toEqual([text]);
  });

  test("[W2] every operator has words", () => {
    for (const operator of keysOf(conditionOperators))
      expect(conditionTexts({ [operator]: { k: "v" } })[0]).toMatch(
        /^k (?:is|equals|does not equal)\b/,
      );
  });
});

describe("capabilities", () => {
  test("[W3] a pattern covers the actions it matches, in any case", () => {
    expect(expandAction("KMS:describe*")).toEqual(
      ["kms:DescribeKey", "kms:DescribeCustomKeyStores"].toSorted(
        (a, b) => order(a) - order(b),
      ),
    );
  });

  test("[W3] actions of other services cover nothing", () => {
    expect(expandAction("s3:*")).toEqual([]);
  });

  test("[W4] the actions of an administrator are administering", () => {
    expect(capabilityWords([...grantActions.admin].toReversed())).toEqual([
      {
        words: "administer the key",
        actions: [...grantActions.admin].toReversed(),
      },
    ]);
  });

  test("[W4] every action is everything", () => {
    expect(wordsOf("kms:*")).toBe("do everything");
    expect(wordsOf("*")).toBe("do everything");
  });

  test("[W4] what a data key needs is using the key", () => {
    const words = capabilityWords([
      "kms:Decrypt",
      "kms:Encrypt",
      "kms:GenerateDataKey*",
      "kms:ReEncrypt*",
    ]).map((part) => part.words);
    expect(words[0]).toBe("use the key");
  });

  test("[W4] an action alone of its capability is named by itself", () => {
    expect(wordsOf("kms:GenerateDataKeyPair")).toBe("generate data key pair");
    expect(wordsOf("kms:ReEncryptFrom")).toBe("re-encrypt from");
  });

  test("[W4] an action of another service keeps its name", () => {
    expect(wordsOf("s3:GetObject")).toBe("s3:GetObject");
  });

  test("[W4] the phrases cover the actions given, and no others", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...kmsActionNames), { minLength: 1 }),
        (actions) => {
          const covered = capabilityWords(actions).flatMap((part) =>
            part.actions.flatMap((pattern) => [...expandAction(pattern)]),
          );
          expect(covered.toSorted()).toEqual(actions.toSorted());
        },
      ),
      { numRuns: 300, seed: 36 },
    );
  });

  test("[W4] every action belongs to a capability with words", () => {
    for (const action of kmsActionNames)
      expect(capabilities[kmsActions[action].capability]).toMatch(/^\S/);
  });
});

function order(action: string): number {
  return kmsActionNames.findIndex((name) => name === action);
}
