import { beforeEach, describe, expect, test } from "vitest";
import type { DefinedKey, Design, Finding, Path } from "../../core/index.ts";
import { applyChange, isDefined, samples } from "../../core/index.ts";
import {
  accept,
  acceptanceOf,
  changeReason,
  withdraw,
} from "./accept-edits.ts";
import { draftId } from "./draft-id.ts";
import { edit, undo } from "./edit.ts";
import {
  findingsAt,
  listedProblems,
  openFindings,
  settledFindings,
} from "./findings.ts";
import { emptyHistory } from "./history.ts";
import { mend } from "./mend.ts";
import { placeAfter } from "./moved-place.ts";
import { chosenProblems } from "./problem-filter.ts";
import { setView } from "./select.ts";
import { designOf } from "./selectors.ts";
import { getState, noSelection, setSession, useApp } from "./store.ts";
import { initialView } from "./view.ts";

const { design } = samples["symmetric-data-key"];
const [first] = design.keys;
const key = definedKey(design);

function definedKey({ keys }: Design): DefinedKey {
  const found = keys.find(isDefined);
  if (found === undefined) throw new Error("no key");
  return found;
}

function late(path: Path, more: Partial<Finding> = {}): Finding {
  return {
    code: "some-rule",
    severity: "warning",
    path,
    message: "not so good",
    help: "mend it",
    ...more,
  };
}

function check(...findings: readonly Finding[]): void {
  useApp.setState({
    checked: { document: "test", design: designOf(getState()), findings },
  });
}

function addKeyBefore(): void {
  edit({
    title: "Add key",
    change: {
      type: "add-key",
      key: { ...key, id: "Other", aliases: [] },
      index: 0,
    },
  });
}

function placesOfLate(): readonly Path[] {
  const found = openFindings(getState());
  return pathsOf(found.filter(({ code }) => code === "some-rule"));
}

function pathsOf(findings: readonly Pick<Finding, "path">[]): readonly Path[] {
  return findings.map(({ path }) => path);
}

beforeEach(() => {
  useApp.setState({
    document: {
      id: "test",
      design,
      history: emptyHistory,
      demo: null,
      baseline: null,
    },
    selection: noSelection,
    view: initialView,
    drafts: {},
    checked: null,
  });
  setSession({ readOnly: false, problem: null });
});

describe("the list of problems", () => {
  test("is empty for a design that is right", () => {
    expect(listedProblems(getState())).toEqual([]);
    expect(findingsAt(getState(), ["keys", 0])).toEqual([]);
  });

  test("begins with input that is not in the design", () => {
    const draft = {
      text: "x",
      base: "",
      path: ["keys", 0, "aliases"],
      label: "New alias",
      problems: [{ message: "bad", help: "" }],
    };
    useApp.setState({
      drafts: { [draftId("PaymentsKey", "new alias")]: draft },
    });
    check(late(["keys", 0], { severity: "error" }));
    expect(listedProblems(getState())).toMatchObject([
      {
        severity: "error",
        path: draft.path,
        message: "New alias: bad",
        help: "this input is not in the design yet",
      },
      { code: "some-rule" },
    ]);
  });

  test("has what the worker found, the worst first, and is the same list until something changes", () => {
    check(
      late(["keys", 0, "tags"], { severity: "info" }),
      late(["keys", 0, "aliases"]),
      late(["keys", 0], { severity: "error" }),
    );
    const list = listedProblems(getState());
    expect(list.map(({ severity }) => severity)).toEqual([
      "error",
      "warning",
      "info",
    ]);
    expect(listedProblems(getState())).toBe(list);
    expect(findingsAt(getState(), ["keys", 0, "tags"])).toHaveLength(1);
  });

  test("has each finding once, also where the worker finds it too", () => {
    edit({
      title: "Break",
      change: {
        type: "edit-key",
        key: key.id,
        patch: { pendingWindowInDays: 3 },
      },
    });
    const found = openFindings(getState());
    expect(found.length).toBeGreaterThan(0);
    check(...found.map((finding) => ({ ...finding })));
    expect(openFindings(getState())).toEqual(found);
  });

  test("has nothing of another design", () => {
    check(late(["keys", 0]));
    useApp.setState(({ document }) => ({
      document: document && { ...document, id: "another" },
    }));
    expect(listedProblems(getState())).toEqual([]);
  });

  test("lets through what is chosen", () => {
    check(
      late(["keys", 0], { severity: "error" }),
      late(["stacks", 0], { code: "other-rule" }),
    );
    const chosen = (filter: Partial<typeof initialView.problemFilter>) => {
      setView({ problemFilter: { ...initialView.problemFilter, ...filter } });
      return pathsOf(
        chosenProblems(getState(), (code) =>
          code === "other-rule" ? "family" : "",
        ),
      );
    };
    expect(chosen({})).toHaveLength(2);
    expect(chosen({ severities: ["error"] })).toEqual([["keys", 0]]);
    expect(chosen({ key: key.id })).toEqual([["keys", 0]]);
    expect(chosen({ key: "" })).toEqual([["stacks", 0]]);
    expect(chosen({ key: "gone" })).toHaveLength(2);
    expect(chosen({ family: "family" })).toEqual([["stacks", 0]]);
  });
});

describe("what the worker found before an edit", () => {
  test("stays at its place while that moves", () => {
    check(late(["keys", 0, "policy", "statements", 0, "actions"]));
    addKeyBefore();
    expect(placesOfLate()).toEqual([
      ["keys", 1, "policy", "statements", 0, "actions"],
    ]);
  });

  test("goes with what it was about", () => {
    check(late(["keys", 0, "policy", "statements", 0]), late(["keys", 0]));
    const { policy } = key;
    edit({
      title: "Remove",
      change: {
        type: "edit-key",
        key: key.id,
        patch: {
          policy: { ...policy, statements: policy.statements.slice(1) },
        },
      },
    });
    expect(placesOfLate()).toEqual([["keys", 0]]);
    edit({ title: "Remove", change: { type: "remove-key", key: key.id } });
    expect(placesOfLate()).toEqual([]);
  });

  test("is not mended with what it knew then", () => {
    const change = {
      type: "edit-key",
      key: key.id,
      patch: { description: "of then" },
    } as const;
    const finding = late(["keys", 0], { fix: { title: "Mend", change } });
    const fresh = late(["keys", 0], {
      fix: {
        title: "Mend",
        change: { ...change, patch: { description: "of now" } },
      },
    });
    check(finding);
    addKeyBefore();
    mend(finding, { title: "Mend", change });
    const described = () =>
      designOf(getState()).keys.map((one) =>
        "description" in one ? one.description : undefined,
      );
    expect(described()).not.toContain("of then");
    check({ ...fresh, path: ["keys", 0] });
    expect(described()).toContain("of now");
  });
});

describe("the place of a part in a later design", () => {
  const after = (...change: Parameters<typeof applyChange>) => {
    const next = applyChange(...change);
    if (!next.ok) throw new Error("the change does not apply");
    return next.value;
  };

  test("is the same while nothing moved, also where nothing was written", () => {
    const path = ["keys", 0, "enabled"];
    const next = after(design, {
      type: "edit-key",
      key: key.id,
      patch: { description: "x" },
    });
    expect(placeAfter(path, design, next)).toEqual(path);
  });

  test("is nowhere once the setting is gone", () => {
    const described = after(design, {
      type: "edit-key",
      key: key.id,
      patch: { description: "x" },
    });
    const bare = after(described, {
      type: "edit-key",
      key: key.id,
      patch: { description: null },
    });
    const path = ["keys", 0, "description"];
    expect(placeAfter(path, described, bare)).toBeUndefined();
  });

  test("follows a key that is renamed", () => {
    const next = after(design, {
      type: "edit-key",
      key: key.id,
      patch: { id: "Renamed" },
    });
    expect(placeAfter(["keys", 0, "tags"], design, next)).toEqual([
      "keys",
      0,
      "tags",
    ]);
  });
});

describe("what is accepted", () => {
  const inStatement = late(["keys", 0, "policy", "statements", 0, "actions"]);

  test("is open no more, for the reason, until it is withdrawn or undone", () => {
    check(late(["keys", 0], { code: "a-rule" }));
    const [problem] = listedProblems(getState());
    if (problem === undefined) throw new Error("no problem");
    expect(accept(problem, " ")).toMatchObject([{ code: "accepted/reason" }]);
    expect(accept(problem, "known")).toEqual([]);
    expect(openFindings(getState())).toEqual([]);
    const standing = () => settledFindings(getState())[0]?.standing;
    expect(standing()).toEqual({
      kind: "accepted",
      by: "a-rule",
      reason: "known",
    });
    expect(changeReason("a-rule", "known well")).toEqual([]);
    expect(standing()).toMatchObject({ reason: "known well" });
    withdraw("a-rule");
    expect(openFindings(getState())).toHaveLength(1);
    undo();
    expect(openFindings(getState())).toEqual([]);
  });

  test("is what is accepted now, whatever the worker knew", () => {
    check(
      late(["keys", 0], {
        standing: { kind: "accepted", by: "some-rule", reason: "old" },
      }),
      late(["keys", 0], {
        code: "closed",
        standing: { kind: "closed", reason: "proven" },
      }),
    );
    expect(openFindings(getState())).toHaveLength(1);
    expect(settledFindings(getState())).toHaveLength(1);
  });

  test("is the rule in the statement by its Sid, else in the key, else in the design", () => {
    const [statement] = key.policy.statements;
    const named: Design = {
      ...design,
      keys: [
        {
          ...key,
          policy: {
            ...key.policy,
            statements: statement ? [{ ...statement, sid: "Named" }] : [],
          },
        },
      ],
    };
    expect(acceptanceOf(named, inStatement)).toEqual({
      id: "some-rule",
      rule: "some-rule",
      key: key.id,
      statement: "Named",
    });
    expect(acceptanceOf(design, late(["keys", 0, "tags"]))).toMatchObject({
      key: first?.id,
    });
    expect(acceptanceOf(design, late(["stacks", 0]))).not.toHaveProperty("key");
  });
});
