import { describe, expect, it } from "vitest";
import { applyChange } from "../design/apply-change.ts";
import { emptyDesign, newKey } from "../design/defaults.ts";
import type { Conditions, DefinedKey, Design } from "../design/design.ts";
import { isDefined } from "../design/design.ts";
import { readComparison } from "../evaluate/comparison.ts";
import type { ContextValue } from "../evaluate/context.ts";
import { negatedConditions } from "../policy/negated-conditions.ts";
import type { Block } from "../policy/negated-conditions.ts";
import { provenBinding } from "./binding.ts";
import { accessMatrix } from "./matrix.ts";
import type { RowHead } from "./matrix-rows.ts";
import { subjectOf } from "./subject.ts";

const app: RowHead = {
  id: "arn:aws:iam::111122223333:role/App",
  group: "account",
  kind: "role",
  text: "arn:aws:iam::111122223333:role/App",
};

function designWith(...conditions: readonly Conditions[]): Design {
  const design = emptyDesign();
  const [stack] = design.stacks;
  return {
    ...design,
    stacks: design.stacks.map((one) => ({ ...one, account: "111122223333" })),
    principals: [
      { id: "App", kind: "arn", arn: app.text },
      { id: "Everyone", kind: "any" },
    ],
    keys: [
      {
        ...newKey(design, "Key", stack?.id ?? ""),
        policy: {
          mode: "amend",
          statements: conditions.map((one) => ({
            effect: "Allow",
            principals: ["App"],
            actions: ["kms:Decrypt", "kms:Encrypt"],
            resources: ["*"],
            conditions: one,
          })),
        },
      },
    ],
  };
}

function keyOf({ keys: [key] }: Design): DefinedKey {
  if (key === undefined || !isDefined(key)) throw new Error("no key");
  return key;
}

function bindingOf(design: Design) {
  return provenBinding(design, {
    key: keyOf(design),
    nature: {},
    target: { row: app, actions: ["kms:Decrypt"] },
  });
}

/** The conditions of the Deny statements that make it binding. */
function denied(...conditions: readonly Conditions[]) {
  const design = designWith(...conditions);
  const change = bindingOf(design);
  const next = change && applyChange(design, change);
  if (next?.ok !== true) return undefined;
  return keyOf(next.value).policy.statements.flatMap((one) =>
    "effect" in one && one.effect === "Deny" ? [one.conditions] : [],
  );
}

const viaS3 = {
  StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
};
const mfa = { Bool: { "aws:MultiFactorAuthPresent": "true" } };

describe("conditions that are made binding", () => {
  it("[V20] bind afterwards, and everything else is as it was", () => {
    const design = designWith(viaS3);
    const change = bindingOf(design);
    const next = change && applyChange(design, change);
    if (next?.ok !== true) throw new Error("no change");
    const [before, after] = [design, next.value].map((one) => {
      const subject = subjectOf(one, keyOf(one));
      if (subject === undefined) throw new Error("no subject");
      return accessMatrix(subject, {}).rows.flatMap((row) =>
        row.cells.flatMap(({ actions }) =>
          actions.map(({ action, kind, binds }) => ({
            row: row.id,
            action,
            kind,
            binds: action === "kms:Decrypt" && row.id === app.id ? null : binds,
          })),
        ),
      );
    });
    expect(after).toEqual(before);
    const subject = subjectOf(next.value, keyOf(next.value));
    const row =
      subject && accessMatrix(subject, {}).rows.find(({ id }) => id === app.id);
    const cell = row?.cells
      .flatMap(({ actions }) => actions)
      .find(({ action }) => action === "kms:Decrypt");
    expect(cell).toMatchObject({ kind: "conditional", binds: true });
  });

  it("[V20] one Deny for one condition, one for each of several", () => {
    expect(denied(viaS3)).toEqual([{ StringNotEquals: viaS3.StringEquals }]);
    expect(denied({ ...viaS3, ...mfa })).toEqual([
      { StringNotEquals: viaS3.StringEquals },
      { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
    ]);
  });

  it("[V20] where several statements allow it, only what none of them allows is denied", () => {
    expect(denied(viaS3, mfa)).toEqual([
      {
        StringNotEquals: viaS3.StringEquals,
        BoolIfExists: { "aws:MultiFactorAuthPresent": "false" },
      },
    ]);
  });

  it("[V20] nothing is offered where the policy language cannot say it, or nothing is open", () => {
    expect(
      denied({ BinaryEquals: { "kms:RecipientAttestation:PCR0": "AAAA" } }),
    ).toBeUndefined();
    expect(denied({})).toBeUndefined();
    expect(denied()).toBeUndefined();
  });
});

describe("the opposite of a condition", () => {
  /** Values that a request can carry, by the type of the key. */
  const values = {
    text: ["a", "b", "A", "c"],
    arn: ["arn:aws:s3:::a", "arn:aws:s3:::b", "arn:aws:sns:eu-west-1::a"],
    truth: ["true", "false"],
    number: ["4", "5", "5.0", "6", "7"],
    date: ["2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z", "2026-01-01"],
    address: ["10.0.0.1", "192.0.2.1"],
  } as const;
  const lists: readonly (ContextValue | undefined)[] = [
    undefined,
    ["a"],
    ["b"],
    ["a", "b"],
    ["c"],
  ];

  /** All comparisons of a block hold. */
  function holds(block: Block, value: ContextValue | undefined) {
    return Object.entries(block).every(([operator, keys]) =>
      Object.entries(keys).every((entry) =>
        readComparison(operator, entry, false).holds(value, new Map()),
      ),
    );
  }

  it.each([
    ["StringEquals", "a", "text"],
    ["StringEquals", ["a", "b"], "text"],
    ["StringNotEquals", ["a", "b"], "text"],
    ["StringEqualsIfExists", "a", "text"],
    ["StringNotEqualsIfExists", "a", "text"],
    ["StringEqualsIgnoreCase", "A", "text"],
    ["StringLike", "a*", "text"],
    ["StringNotLike", "a*", "text"],
    ["ArnLike", "arn:aws:s3:::*", "arn"],
    ["ArnNotEqualsIfExists", "arn:aws:s3:::a", "arn"],
    ["Bool", "true", "truth"],
    ["Bool", "false", "truth"],
    ["BoolIfExists", "true", "truth"],
    ["Null", "true", "text"],
    ["Null", "false", "text"],
    ["NumericEquals", "5", "number"],
    ["NumericLessThan", "6", "number"],
    ["NumericLessThanEqualsIfExists", "5", "number"],
    ["NumericGreaterThan", "5", "number"],
    ["DateGreaterThan", "2025-01-01T00:00:00Z", "date"],
    ["IpAddress", "10.0.0.0/8", "address"],
    ["NotIpAddress", "10.0.0.0/8", "address"],
  ] as const)(
    "[V20] %s %o holds exactly where its opposite does not",
    (operator, value, type) => {
      const block: Block = { [operator]: { key: value } };
      const negated = negatedConditions(block) ?? [];
      expect(negated).toHaveLength(1);
      for (const given of [undefined, ...values[type]])
        expect({ given, holds: holds(negated[0] ?? {}, given) }).toEqual({
          given,
          holds: !holds(block, given),
        });
    },
  );

  it.each(["ForAnyValue:StringEquals", "ForAllValues:StringLike"])(
    "[V20] %s holds exactly where its opposite does not, of lists",
    (operator) => {
      const block: Block = { [operator]: { key: ["a"] } };
      const [opposite = {}] = negatedConditions(block) ?? [];
      for (const given of lists)
        expect(holds(opposite, given)).toBe(!holds(block, given));
    },
  );

  it("[V20] several values of an order have none", () => {
    expect(
      negatedConditions({ NumericLessThan: { key: ["5", "7"] } }),
    ).toBeUndefined();
  });
});
