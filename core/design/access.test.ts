import { describe, expect, test } from "vitest";

import { designWith, role } from "../samples/parts.ts";
import { applyChange } from "./apply-change.ts";
import { settingProblem } from "./access-settings.ts";
import type { DesignChange } from "./change.ts";
import type { Claim, Design, KeptTest } from "./design.ts";
import { invertChange } from "./invert-change.ts";
import { parseDesign } from "./parse-design.ts";
import {
  dependentsOfKey,
  dependentsOfPrincipal,
  removeKeyWithDependents,
  removePrincipalWithDependents,
} from "./remove-with-dependents.ts";

const actions = ["kms:Decrypt"];
const inside: Claim = {
  id: "inside",
  kind: "nobody-outside",
  keys: ["One", "Two"],
  actions: ["kms:*"],
  boundary: ["111122223333"],
};
const never: Claim = {
  id: "never",
  kind: "never",
  actions,
  principal: { principal: "App" },
};
const only: Claim = {
  id: "only",
  kind: "only",
  keys: ["One"],
  actions,
  principals: [
    { principal: "App" },
    { principal: "Ops" },
    { arn: "arn:aws:iam::444455556666:role/Other" },
  ],
};
const kept: KeptTest = {
  id: "decrypts",
  key: "One",
  request: {
    principal: "arn:aws:iam::111122223333:role/App",
    action: "kms:Decrypt",
    context: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
    identityPolicies: [],
  },
  expected: "allowed",
};

const bare: Design = designWith("Access", "Stack", {
  principals: [role("App"), role("Ops")],
  keys: [{ id: "One" }, { id: "Two" }],
});
const design: Design = {
  ...bare,
  settings: {
    account: "111122223333",
    organization: { id: "o-a1b2c3d4e5", accounts: ["444455556666"] },
  },
  claims: [inside, never, only],
  tests: [kept],
};

function applied(to: Design, change: DesignChange): Design {
  const result = applyChange(to, change);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function codesOf(to: Design, change: DesignChange): readonly string[] {
  const result = applyChange(to, change);
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

function problemsOf(input: unknown) {
  const parsed = parseDesign(input);
  return parsed.ok ? [] : parsed.problems;
}

describe("settings", () => {
  test("[D47] a patch sets what it names, and null removes it", () => {
    const next = applied(design, {
      type: "edit-settings",
      patch: { account: null, trustedAccounts: ["444455556666"] },
    });
    expect(next.settings).toEqual({
      organization: { id: "o-a1b2c3d4e5", accounts: ["444455556666"] },
      trustedAccounts: ["444455556666"],
    });
  });

  test("[D47] the settings come with the first and go with the last of them", () => {
    const set: DesignChange = {
      type: "edit-settings",
      patch: { account: "111122223333" },
    };
    const next = applied(bare, set);
    expect(next.settings).toEqual({ account: "111122223333" });
    expect(applied(next, invertChange(bare, set))).toEqual(bare);
  });

  test("[D47] settings that were there and empty are so again", () => {
    const empty: Design = { ...bare, settings: {} };
    const set: DesignChange = {
      type: "edit-settings",
      patch: { account: "111122223333" },
    };
    expect(applied(applied(empty, set), invertChange(empty, set))).toEqual(
      empty,
    );
  });

  test.each<[unknown, string, string]>([
    [{ account: "12" }, "settings.account", "an account ID of 12 digits"],
    [
      { organization: { id: "o-1" } },
      "settings.organization.id",
      "an organization ID",
    ],
    [
      { trustedAccounts: ["x"] },
      "settings.trustedAccounts[0]",
      "an account ID of 12 digits",
    ],
    [
      { deployer: "arn:aws:iam::111122223333:root" },
      "settings.deployer",
      "the ARN of a role, a user or a session",
    ],
  ])("[D47] %j is told at %s", (settings, place, words) => {
    const [problem, ...others] = problemsOf({ ...bare, settings });
    expect(others).toEqual([]);
    expect(problem?.message).toContain(`\`${place}\` must be ${words}`);
  });

  test.each<[DesignChange, string]>([
    [{ type: "edit-settings", patch: { account: "12" } }, "settings/account"],
    [
      { type: "edit-settings", patch: { organization: { id: "x" } } },
      "settings/organization",
    ],
    [
      { type: "edit-settings", patch: { trustedAccounts: ["x"] } },
      "settings/account",
    ],
    [{ type: "edit-settings", patch: { deployer: "me" } }, "settings/deployer"],
  ])("[D47] %j does not apply", (change, code) => {
    expect(codesOf(design, change)).toEqual([code]);
  });

  test.each([
    "arn:aws:iam::111122223333:role/path/Deploy",
    "arn:aws-us-gov:iam::111122223333:user/me",
    "arn:aws:sts::111122223333:assumed-role/Deploy/me@example.com",
  ])("[D47] %s can deploy", (deployer) => {
    expect(settingProblem("deployer", deployer)).toBeUndefined();
    expect(problemsOf({ ...bare, settings: { deployer } })).toEqual([]);
  });

  test.each([
    "arn:aws:iam::111122223333:role/*",
    "arn:aws:iam::${AWS::AccountId}:role/Deploy",
    "arn:aws:kms:eu-west-1:111122223333:key/x",
    "Deploy",
  ])("[D47] %s cannot deploy", (deployer) => {
    expect(settingProblem("deployer", deployer)).toBeDefined();
  });
});

describe("claims", () => {
  test("[D48] a claim is added, changed, moved and removed", () => {
    const other: Claim = { ...never, id: "other" };
    const added = applied(design, {
      type: "add-claim",
      claim: other,
      index: 1,
    });
    expect(added.claims).toEqual([inside, other, never, only]);
    const moved = applied(added, {
      type: "move-claim",
      claim: "other",
      index: 3,
    });
    expect(moved.claims).toEqual([inside, never, only, other]);
    const edited = applied(moved, {
      type: "edit-claim",
      claim: "inside",
      patch: { keys: null, boundary: "organization" },
    });
    expect(edited.claims?.[0]).toEqual({
      id: "inside",
      kind: "nobody-outside",
      actions: ["kms:*"],
      boundary: "organization",
    });
    const removed = applied(edited, { type: "remove-claim", claim: "other" });
    expect(removed.claims?.map(({ id }) => id)).toEqual([
      "inside",
      "never",
      "only",
    ]);
  });

  test("[D48] a claim becomes one of another kind by being replaced", () => {
    const by: Claim = { ...only, id: "never" };
    const next = applied(design, {
      type: "replace-claim",
      claim: "never",
      by,
    });
    expect(next.claims).toEqual([inside, by, only]);
  });

  test.each<[DesignChange, string]>([
    [{ type: "add-claim", claim: never, index: 0 }, "change/name-taken"],
    [{ type: "remove-claim", claim: "None" }, "change/missing"],
    [
      { type: "edit-claim", claim: "never", patch: { id: "only" } },
      "change/name-taken",
    ],
    [
      { type: "edit-claim", claim: "never", patch: { boundary: "account" } },
      "change/wrong-kind",
    ],
    [
      { type: "edit-claim", claim: "only", patch: { keys: ["None"] } },
      "design/unknown-name",
    ],
    [
      { type: "edit-claim", claim: "inside", patch: { boundary: ["x"] } },
      "settings/account",
    ],
    [{ type: "remove-key", key: "One" }, "change/key-in-use"],
    [{ type: "remove-principal", principal: "App" }, "change/principal-in-use"],
  ])("[D48] %j does not apply", (change, code) => {
    expect(codesOf(design, change)).toEqual([code]);
  });

  test("[D48] renamed keys and principals are followed by claims and tests", () => {
    const next = applied(design, {
      type: "batch",
      changes: [
        { type: "edit-key", key: "One", patch: { id: "Main" } },
        {
          type: "replace-principal",
          principal: "App",
          by: role("Reader"),
        },
      ],
    });
    expect(next.claims).toEqual([
      { ...inside, keys: ["Main", "Two"] },
      { ...never, principal: { principal: "Reader" } },
      {
        ...only,
        keys: ["Main"],
        principals: [{ principal: "Reader" }, ...only.principals.slice(1)],
      },
    ]);
    expect(next.tests?.[0]?.key).toBe("Main");
  });

  test("[D48] a claim goes with the last of its keys or principals, and loses others", () => {
    expect(dependentsOfKey(design, "One").map(({ id }) => id)).toEqual([
      "only",
      "decrypts",
    ]);
    const without = applied(design, removeKeyWithDependents(design, "One"));
    expect(without.claims).toEqual([{ ...inside, keys: ["Two"] }, never]);
    expect(without).not.toHaveProperty("tests");
    expect(dependentsOfPrincipal(design, "App")).toEqual([
      { kind: "claim", id: "never", path: ["claims", 1] },
    ]);
    const left = applied(design, removePrincipalWithDependents(design, "App"));
    expect(left.claims).toEqual([
      inside,
      { ...only, principals: only.principals.slice(1) },
    ]);
  });

  test("[D48] claims with one id, and names in them that lead nowhere, are told", () => {
    const claims = [
      never,
      { ...never, principal: { principal: "None" } },
      { ...only, keys: ["None"], principals: [{ principal: "Nobody" }] },
    ];
    expect(
      problemsOf({ ...bare, claims }).map(({ code, path }) => [code, path]),
    ).toEqual([
      ["design/repeated-id", ["claims", 1, "id"]],
      ["design/unknown-name", ["claims", 1, "principal", "principal"]],
      ["design/unknown-name", ["claims", 2, "keys", 0]],
      ["design/unknown-name", ["claims", 2, "principals", 0, "principal"]],
    ]);
  });
});

describe("tests", () => {
  test("[D49] a test is added, changed, moved and removed", () => {
    const other: KeptTest = { ...kept, id: "other", expected: "denied" };
    const added = applied(design, { type: "add-test", test: other, index: 0 });
    expect(added.tests).toEqual([other, kept]);
    const moved = applied(added, {
      type: "move-test",
      test: "other",
      index: 1,
    });
    expect(moved.tests).toEqual([kept, other]);
    const edited = applied(moved, {
      type: "edit-test",
      test: "other",
      patch: { key: "Two", expected: "depends-on-iam" },
    });
    expect(edited.tests?.[1]).toEqual({
      ...other,
      key: "Two",
      expected: "depends-on-iam",
    });
    const none = ["decrypts", "other"].reduce(
      (sofar, one) => applied(sofar, { type: "remove-test", test: one }),
      edited,
    );
    expect(none).not.toHaveProperty("tests");
  });

  test.each<[DesignChange, string]>([
    [{ type: "add-test", test: kept, index: 0 }, "change/name-taken"],
    [{ type: "remove-test", test: "None" }, "change/missing"],
    [{ type: "move-test", test: "None", index: 0 }, "change/missing"],
    [
      { type: "edit-test", test: "decrypts", patch: { key: "None" } },
      "design/unknown-name",
    ],
  ])("[D49] %j does not apply", (change, code) => {
    expect(codesOf(design, change)).toEqual([code]);
  });

  test.each<[object, string]>([
    [{ principal: 1 }, "request.principal"],
    [{ action: "" }, "request.action"],
    [{ identityPolicies: ["x"] }, "request.identityPolicies[0]"],
    [{ context: { a: null } }, "request.context.a"],
    [{ Action: "x" }, "request.Action"],
  ])("[D49] a request with %j is told at %s", (parts, place) => {
    const request = { ...kept.request, ...parts };
    const [problem, ...others] = problemsOf({
      ...bare,
      tests: [{ ...kept, request }],
    });
    expect(others).toEqual([]);
    expect(problem?.message).toContain(`\`tests[0].${place}\``);
  });
});
