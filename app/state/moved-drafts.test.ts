import { describe, expect, test } from "vitest";
import {
  applyChange,
  isDefined,
  samples,
  type Design,
  type DesignChange,
} from "../../core/index.ts";
import { draftId } from "./draft-id.ts";
import { isOrphan, movedDrafts } from "./moved-drafts.ts";
import type { Draft } from "./store.ts";

const { design } = samples["symmetric-data-key"];
const first = design.keys.find(isDefined);
if (first === undefined) throw new Error("the sample has a key");
const statement = (sid: string) => ({
  sid,
  effect: "Allow" as const,
  principals: [],
  actions: ["kms:Decrypt"],
  resources: ["*"],
});
const key = {
  ...first,
  id: "A",
  policy: {
    ...first.policy,
    statements: ["one", "two", "three"].map(statement),
  },
};
const before: Design = { ...design, keys: [key, { ...key, id: "B" }] };

const typed = (path: Draft["path"], base: string | null = null): Draft => ({
  text: "half",
  base,
  path,
  label: "Field",
  problems: [],
});

function after(change: DesignChange, from = before): Design {
  const next = applyChange(from, change);
  if (!next.ok) throw new Error(next.problems[0]?.message);
  return next.value;
}

function editStatements(
  statements: typeof key.policy.statements,
): DesignChange {
  return {
    type: "edit-key",
    key: "B",
    patch: { policy: { ...key.policy, statements } },
  };
}

const inStatement = (at: number) => ({
  [draftId("B", "statements", at, "actions")]: typed([
    "keys",
    1,
    "policy",
    "statements",
    at,
    "actions",
  ]),
});

describe("unfinished text", () => {
  test("stays when something else changes", () => {
    const drafts = inStatement(1);
    const next = after({ type: "edit-design", patch: { name: "Other" } });
    expect(movedDrafts(drafts, before, next)).toEqual(drafts);
  });

  test("goes with a key that is renamed", () => {
    const drafts = {
      [draftId("B", "new alias")]: typed(["keys", 1, "aliases"]),
    };
    const next = after({ type: "edit-key", key: "B", patch: { id: "C" } });
    expect(Object.keys(movedDrafts(drafts, before, next))).toEqual([
      draftId("C", "new alias"),
    ]);
  });

  test("points at its key when another before it is deleted", () => {
    const drafts = {
      [draftId("B", "new alias")]: typed(["keys", 1, "aliases"]),
    };
    const next = after({ type: "remove-key", key: "A" });
    expect(Object.values(movedDrafts(drafts, before, next))[0]?.path).toEqual([
      "keys",
      0,
      "aliases",
    ]);
  });

  test("waits for its deleted key to come back", () => {
    const id = draftId("B", "new alias");
    const drafts = { [id]: typed(["keys", 1, "aliases"]) };
    const without = after({ type: "remove-key", key: "B" });
    const waiting = movedDrafts(drafts, before, without);
    expect(isOrphan(without, id, typed(["keys", 1, "aliases"]))).toBe(true);
    expect(movedDrafts(waiting, without, before)).toEqual(drafts);
  });

  test("goes with a statement that is moved", () => {
    const [one, two, three] = key.policy.statements;
    if (!one || !two || !three) throw new Error("three statements");
    const next = after(editStatements([two, one, three]));
    expect(movedDrafts(inStatement(1), before, next)).toEqual(inStatement(0));
  });

  test("stays in a statement that is edited in its place", () => {
    const statements = key.policy.statements.with(1, statement("other"));
    const next = after(editStatements(statements));
    expect(movedDrafts(inStatement(1), before, next)).toEqual(inStatement(1));
  });

  test("goes with its statement when that is removed", () => {
    const next = after(editStatements(key.policy.statements.toSpliced(1, 1)));
    const drafts = { ...inStatement(1), ...inStatement(2) };
    expect(movedDrafts(drafts, before, next)).toEqual(inStatement(1));
  });

  test("is void when the value under it changes", () => {
    const drafts = {
      [draftId("B", "window")]: typed(["keys", 1, "pendingWindowInDays"], ""),
    };
    const next = after({
      type: "edit-key",
      key: "B",
      patch: { pendingWindowInDays: 12 },
    });
    expect(movedDrafts(drafts, before, next)).toEqual({});
  });

  test("goes with a stack that is renamed, and with its output that moves up", () => {
    const outputs = ["one", "two"].map((id) => ({ id, value: { text: id } }));
    const [home] = before.stacks;
    if (home === undefined) throw new Error("the sample has a stack");
    const from: Design = { ...before, stacks: [{ ...home, outputs }] };
    const drafts = {
      [draftId("stacks", home.id, "outputs", 1, "id")]: typed([
        "stacks",
        0,
        "outputs",
        1,
        "id",
      ]),
    };
    const change: DesignChange = {
      type: "edit-stack",
      stack: home.id,
      patch: { id: "Renamed", outputs: outputs.slice(1) },
    };
    expect(movedDrafts(drafts, from, after(change, from))).toEqual({
      [draftId("stacks", "Renamed", "outputs", 0, "id")]: typed([
        "stacks",
        0,
        "outputs",
        0,
        "id",
      ]),
    });
  });
});
