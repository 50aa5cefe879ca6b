import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DesignChange } from "../design/change.ts";
import type { DefinedKey, Design, Key, Principal } from "../design/design.ts";
import { isDefined, isVerbatim } from "../design/design.ts";
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
import { checkAll } from "./check-all.ts";
import { checkDesign, problemsOfChange } from "./check-design.ts";
import { mergedEntries } from "../synth/merged-entries.ts";
import {
  isInKeyPolicy,
  policyEntries,
  sentenceOf,
} from "../synth/policy-entries.ts";

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
    const keys = design.keys.filter(isDefined).map((key): DefinedKey => ({
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
      "arn:aws:iam::1:role/path/App, Everyone, Ref Role and IAM policies of account 444455556666 may never s3:GetObject on nothing when aws:SecureTransport is false",
      "Everyone, even unsigned, may do everything except s3:GetObject on nothing; as written: no Effect",
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
    const sentence = sentenceOf(
      { ...design, principals: [] },
      { effect: "Allow", principals: ["Admin"], actions: ["s3:GetObject"] },
    );
    expect(printSentence(sentence)).toBe("Admin may s3:GetObject");
  });

  test("[C7] v1 without the flag writes its own account statement, behind a policy that replaces it", () => {
    const key = design.keys.find(isDefined);
    if (key === undefined) throw new Error("the design has a key");
    const replaced: DefinedKey = {
      ...key,
      policy: { mode: "replace", statements: [own("Admin", "kms:Sign")] },
    };
    const old: Design = { ...design, cdk: { line: "v1" }, keys: [replaced] };
    expect(
      policyEntries(old, replaced).map(({ provenance }) => provenance),
    ).toEqual(["own", "account-default", "administrators"]);
  });
});

const own = (principal: string, action: string) =>
  ({
    effect: "Allow",
    principals: [principal],
    actions: [action],
    resources: ["*"],
  }) as const;

describe("grants in the policy view", () => {
  const existing = (id: string, account: string): Principal => ({
    id,
    kind: "imported-role",
    stack: "Stack",
    identity: { arn: `arn:aws:iam::${account}:role/${id}` },
  });
  const granted: Design = {
    ...designWith("Granted", "Stack", {
      principals: [
        existing("Here", "111122223333"),
        existing("There", "444455556666"),
        role("App"),
        role("Api"),
      ],
      keys: [
        {
          id: "Key",
          administrators: ["Here"],
          policy: {
            mode: "amend",
            statements: [
              own("App", "kms:Decrypt"),
              { ...own("Api", "kms:Sign"), disabled: true },
              own("Api", "kms:Decrypt"),
            ],
          },
          grants: [
            { principal: "Here", permission: "decrypt" },
            { principal: "App", permission: "actions", actions: ["kms:Sign"] },
          ],
        },
      ],
    }),
    stacks: [{ id: "Stack", account: "111122223333" }],
  };
  const [key] = granted.keys;
  if (key === undefined) throw new Error("the design has a key");

  test("[C7] administrators and grants say where the CDK puts them, and what the key policy lacks is known", () => {
    expect(
      policyEntries(granted, key).map((entry) => [
        printPath(entry.path.slice(2)),
        entry.landing,
        isInKeyPolicy(entry),
      ]),
    ).toEqual([
      ["policy.mode", undefined, true],
      ["administrators[0]", "same-account", false],
      ["policy.statements[0]", undefined, true],
      ["policy.statements[1]", undefined, false],
      ["policy.statements[2]", undefined, true],
      ["grants[0]", "same-account", false],
      ["grants[1]", "no-identity-policy", true],
    ]);
  });

  test("[C10] a merged statement has the entries it came from and says what they say together", () => {
    expect(
      mergedEntries(granted, key).map(({ sentence, entries }) => [
        printSentence(sentence),
        entries.map(({ path }) => printPath(path.slice(2))),
      ]),
    ).toEqual([
      [
        "IAM policies of this account may let principals do everything",
        ["policy.mode"],
      ],
      [
        "App and Api may decrypt",
        ["policy.statements[0]", "policy.statements[2]"],
      ],
      ["App may sign", ["grants[1]"]],
    ]);
  });

  test("[C10] a key that exists has no statements of its own", () => {
    const imported: Key = {
      id: "Key",
      kind: "imported",
      stack: "Stack",
      arn: "arn:aws:kms:us-east-1:111122223333:key/k",
      aliases: [],
      grants: [{ principal: "Here", permission: "decrypt" }],
    };
    const design = { ...granted, keys: [imported] };
    expect(mergedEntries(design, imported)).toEqual([]);
    expect(policyEntries(design, imported).map(isInKeyPolicy)).toEqual([false]);
  });
});

describe("samples", () => {
  test.each(
    Object.entries(samples).filter(([, { kind }]) => kind === "template"),
  )("[C8] template %s has no finding above info", (_, { design }) => {
    expect(
      checkAll(design).filter(({ severity }) => severity !== "info"),
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
