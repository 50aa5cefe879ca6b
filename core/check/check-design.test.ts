import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DesignChange } from "../design/change.ts";
import type { Design, Key } from "../design/design.ts";
import { isVerbatim } from "../design/design.ts";
import { printPath } from "../problem/problem.ts";
import { designWith, role } from "../samples/parts.ts";
import { samples } from "../samples/registry.ts";
import {
  arbitraryAnyDesign,
  arbitraryDesign,
} from "../testing/arbitrary-design.ts";
import { valueAt } from "../testing/value-at.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { printSentence } from "../words/sentence.ts";
import { checkDesign, problemsOfChange } from "./check-design.ts";
import { policyEntries } from "../synth/policy-entries.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 3000 : 100;

function found(design: Design): readonly string[] {
  return checkDesign(design).map(
    ({ code, path }) => `${code} ${printPath(path)}`,
  );
}

describe("checking a design", () => {
  test("[C5] a sound design has no findings", () => {
    expect(
      checkDesign(designWith("Sound", "Stack", { keys: [{ id: "Key" }] })),
    ).toEqual([]);
  });

  test("[C5] a principal that several keys name is reported once", () => {
    const design = designWith("Twice", "Stack", {
      principals: [{ id: "A", kind: "account", account: "1" }],
      keys: [
        { id: "One", administrators: ["A"] },
        { id: "Two", administrators: ["A"] },
      ],
    });
    expect(found(design)).toEqual(["principal-form principals[0].account"]);
  });

  test("[C5] refusals of the CDK stand before the findings of rules", () => {
    const design = designWith("Both", "Stack", {
      keys: [{ id: "Key", aliases: ["a:b"], pendingWindowInDays: 1 }],
    });
    expect(found(design)).toEqual([
      "key/pending-window keys[0].pendingWindowInDays",
      "alias-colon keys[0].aliases[0]",
    ]);
  });

  test("[C5] random designs are checked without a throw, and every refusal is among the findings", () => {
    fc.assert(
      fc.property(arbitraryAnyDesign, (design) => {
        const findings = checkDesign(design);
        const codes = findings.map(({ code }) => code);
        for (const refusal of cdkRefusals(design))
          expect(codes).toContain(refusal.code);
        for (const { path } of findings)
          expect(valueAt(design, path.slice(0, -1))).toBeDefined();
      }),
      { numRuns, seed: 37 },
    );
  });

  test("[C5] what the CDK accepts has no finding of the CDK's", () => {
    fc.assert(
      fc.property(arbitraryDesign(), (design) => {
        expect(
          checkDesign(design).filter(({ code }) => code.includes("/")),
        ).toEqual([]);
      }),
      { numRuns, seed: 38 },
    );
  });
});

describe("problems that a change brings", () => {
  const design = designWith("Change", "Stack", {
    keys: [
      { id: "Good", aliases: ["a"] },
      { id: "Bad", pendingWindowInDays: 1, aliases: ["b", "a b", "c d"] },
    ],
  });

  const codesOf = (change: DesignChange) =>
    problemsOfChange(design, change).map(({ code }) => code);

  test("[C6] a good change brings none", () => {
    expect(
      codesOf({ type: "edit-key", key: "Good", patch: { enabled: false } }),
    ).toEqual([]);
  });

  test("[C6] a new error is reported, what was wrong before is not", () => {
    expect(
      codesOf({
        type: "edit-key",
        key: "Good",
        patch: { pendingWindowInDays: 31 },
      }),
    ).toEqual(["key/pending-window"]);
  });

  test("[C6] one wrong value for another is reported", () => {
    expect(
      codesOf({
        type: "edit-key",
        key: "Bad",
        patch: { pendingWindowInDays: 2 },
      }),
    ).toEqual(["key/pending-window"]);
  });

  test("[C6] an error that moves to another place is not new", () => {
    expect(codesOf({ type: "remove-key", key: "Good" })).toEqual([]);
    expect(
      codesOf({
        type: "edit-key",
        key: "Bad",
        patch: { aliases: ["a b", "c d"] },
      }),
    ).toEqual([]);
  });

  test("[C6] the same error a second time is new", () => {
    expect(
      codesOf({
        type: "edit-key",
        key: "Good",
        patch: { pendingWindowInDays: 1 },
      }),
    ).toEqual(["key/pending-window"]);
  });

  test("[C6] warnings do not count", () => {
    expect(
      codesOf({ type: "edit-key", key: "Good", patch: { aliases: ["a:b"] } }),
    ).toEqual([]);
  });

  test("[C6] a change that does not apply says why", () => {
    expect(codesOf({ type: "remove-key", key: "None" })).toEqual([
      "change/missing",
    ]);
  });
});

describe("entries of the policy view", () => {
  const design = designWith("Entries", "Stack", {
    principals: [
      role("Admin"),
      { id: "Root", kind: "account-root" },
      { id: "Other", kind: "account", account: "444455556666" },
      { id: "Logs", kind: "service", service: "logs.amazonaws.com" },
      { id: "Any", kind: "any" },
      { id: "Star", kind: "star" },
    ],
    keys: [
      {
        id: "Key",
        administrators: ["Admin"],
        policy: {
          mode: "amend",
          statements: [
            {
              effect: "Allow",
              principals: ["Root", "Other", "Logs", "Any", "Star"],
              actions: ["s3:GetObject"],
            },
            { effect: "Deny", notPrincipals: ["Admin"], notActions: ["s3:*"] },
            {
              verbatim: {
                Effect: "Deny",
                Principal: {
                  AWS: [
                    "arn:aws:iam::1:role/path/App",
                    "*",
                    { Ref: "Role" },
                    "444455556666",
                  ],
                },
                Action: "s3:GetObject",
                Condition: { Bool: { "aws:SecureTransport": false } },
              },
            },
            { verbatim: { Principal: "*", NotAction: ["s3:GetObject"] } },
          ],
        },
      },
    ],
  });

  const entriesOf = (mode: "amend" | "replace") => {
    const keys = design.keys.map((key): Key => ({
      ...key,
      policy: { ...key.policy, mode },
    }));
    const [key] = keys;
    return key === undefined ? [] : policyEntries({ ...design, keys }, key);
  };

  test("[C7] amended: the account default, administrators, own statements", () => {
    expect(
      entriesOf("amend").map(({ provenance, path }) => [
        provenance,
        printPath(path),
      ]),
    ).toEqual([
      ["account-default", "keys[0].policy.mode"],
      ["administrators", "keys[0].administrators[0]"],
      ...[0, 1, 2, 3].map((index) => [
        "own",
        `keys[0].policy.statements[${index}]`,
      ]),
    ]);
  });

  test("[C7] replaced: own statements, then administrators", () => {
    expect(entriesOf("replace").map(({ provenance }) => provenance)).toEqual([
      "own",
      "own",
      "own",
      "own",
      "administrators",
    ]);
  });

  test("[C7] each reads as a sentence", () => {
    expect(
      entriesOf("amend").map(({ sentence }) => printSentence(sentence)),
    ).toEqual([
      "IAM policies of this account may let principals do everything",
      "Admin may administer the key",
      "IAM policies of this account, IAM policies of account 444455556666, logs.amazonaws.com, Everyone and Everyone, even unsigned, may s3:GetObject",
      "Everyone except Admin may never do everything except s3:*",
      "App, Everyone, an intrinsic and 444455556666 may never s3:GetObject when aws:SecureTransport is false",
      "Everyone may do everything except s3:GetObject",
    ]);
  });

  test("[C7] own statements can be edited, and have their effect", () => {
    expect(
      entriesOf("amend").map(({ statement, effect }) => [
        statement === undefined ? "" : isVerbatim(statement),
        effect,
      ]),
    ).toEqual([
      ["", "Allow"],
      ["", "Allow"],
      [false, "Allow"],
      [false, "Deny"],
      [true, "Deny"],
      [true, "Allow"],
    ]);
  });

  test("[C7] a principal that is not there is named by its id", () => {
    const [key] = design.keys;
    const entries =
      key === undefined
        ? []
        : policyEntries({ ...design, principals: [] }, key);
    expect(entries[1] && printSentence(entries[1].sentence)).toBe(
      "Admin may administer the key",
    );
  });
});

describe("samples", () => {
  test.each(
    Object.entries(samples).filter(([, { kind }]) => kind === "template"),
  )("[C8] template %s has no finding above info", (_, { design }) => {
    expect(
      checkDesign(design).filter(({ severity }) => severity !== "info"),
    ).toEqual([]);
  });

  test("[C8] the demo that is to be mended has two findings, each with a fix", () => {
    const findings = checkDesign(samples["demo-mend"].design);
    expect(findings.map(({ code }) => code)).toEqual([
      "key/usage-not-of-spec",
      "key/pending-window",
    ]);
    expect(findings.map(({ fix }) => fix)).not.toContain(undefined);
  });
});
