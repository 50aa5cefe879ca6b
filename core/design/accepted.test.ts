import { describe, expect, test } from "vitest";

import { designWith } from "../samples/parts.ts";
import { reasonProblem } from "./accepted-finding.ts";
import { applyChange } from "./apply-change.ts";
import type { DesignChange } from "./change.ts";
import type { AcceptedFinding, Design } from "./design.ts";
import { invertChange } from "./invert-change.ts";
import { parseDesign } from "./parse-design.ts";
import { printDesign } from "./print-design.ts";
import {
  dependentsOfKey,
  removeKeyWithDependents,
} from "./remove-with-dependents.ts";

const rotation: AcceptedFinding = {
  id: "rotation",
  rule: "rotation-off",
  key: "One",
  reason: "rotated by hand each quarter",
};
const statement: AcceptedFinding = {
  id: "statement",
  rule: "public-access",
  key: "Two",
  statement: "Everybody",
  reason: "a lab",
};
const whole: AcceptedFinding = {
  id: "whole",
  rule: "stack-environment",
  reason: "deployed everywhere",
};

const bare: Design = designWith("Accepted", "Stack", {
  keys: [{ id: "One" }, { id: "Two" }],
});
const design: Design = { ...bare, accepted: [rotation, statement, whole] };

function applied(to: Design, change: DesignChange): Design {
  const result = applyChange(to, change);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function undone(to: Design, change: DesignChange): Design {
  return applied(applied(to, change), invertChange(to, change));
}

function problemsOf(accepted: readonly unknown[]) {
  const parsed = parseDesign({ ...bare, accepted });
  return parsed.ok ? [] : parsed.problems;
}

describe("accepted findings", () => {
  test("[D50] a finding is accepted, changed and taken back", () => {
    const added = applied(bare, {
      type: "add-accepted",
      accepted: rotation,
      index: 0,
    });
    expect(added.accepted).toEqual([rotation]);
    const edited = applied(added, {
      type: "edit-accepted",
      accepted: "rotation",
      patch: { key: null, statement: "Sid", reason: "agreed" },
    });
    expect(edited.accepted).toEqual([
      {
        id: "rotation",
        rule: "rotation-off",
        statement: "Sid",
        reason: "agreed",
      },
    ]);
    const removed = applied(edited, {
      type: "remove-accepted",
      accepted: "rotation",
    });
    expect(removed).not.toHaveProperty("accepted");
  });

  test.each<DesignChange>([
    {
      type: "add-accepted",
      accepted: { ...whole, id: "more" },
      index: 1,
    },
    { type: "remove-accepted", accepted: "statement" },
    {
      type: "edit-accepted",
      accepted: "statement",
      patch: { id: "other", key: null },
    },
  ])("[D50] %j is undone", (change) => {
    expect(undone(design, change)).toEqual(design);
  });

  test("[D50] a list that was there and empty is so again", () => {
    const empty: Design = { ...bare, accepted: [] };
    const change: DesignChange = {
      type: "add-accepted",
      accepted: rotation,
      index: 0,
    };
    expect(undone(empty, change)).toEqual(empty);
    expect(undone(bare, change)).toEqual(bare);
  });

  test.each<[DesignChange, string]>([
    [
      { type: "add-accepted", accepted: rotation, index: 0 },
      "change/name-taken",
    ],
    [
      {
        type: "add-accepted",
        accepted: { ...rotation, id: "new", reason: " \n" },
        index: 0,
      },
      "accepted/reason",
    ],
    [
      {
        type: "add-accepted",
        accepted: { ...rotation, id: "new", key: "None" },
        index: 0,
      },
      "design/unknown-name",
    ],
    [{ type: "remove-accepted", accepted: "None" }, "change/missing"],
    [
      { type: "edit-accepted", accepted: "None", patch: { reason: "x" } },
      "change/missing",
    ],
    [
      { type: "edit-accepted", accepted: "whole", patch: { id: "rotation" } },
      "change/name-taken",
    ],
    [
      { type: "edit-accepted", accepted: "whole", patch: { reason: "" } },
      "accepted/reason",
    ],
    [{ type: "remove-key", key: "One" }, "change/key-in-use"],
  ])("[D50] %j does not apply", (change, code) => {
    const result = applyChange(design, change);
    expect(result.ok ? [] : result.problems.map((one) => one.code)).toEqual([
      code,
    ]);
  });

  test("[D50] a renamed key is followed", () => {
    const next = applied(design, {
      type: "edit-key",
      key: "One",
      patch: { id: "Main" },
    });
    expect(next.accepted).toEqual([
      { ...rotation, key: "Main" },
      statement,
      whole,
    ]);
  });

  test("[D50] what is accepted of a key goes with it, and comes back with it", () => {
    expect(dependentsOfKey(design, "One")).toEqual([
      { kind: "accepted", id: "rotation", path: ["accepted", 0] },
    ]);
    const change = removeKeyWithDependents(design, "One");
    expect(applied(design, change).accepted).toEqual([statement, whole]);
    expect(undone(design, change)).toEqual(design);
  });

  test("[D50] ids and keys of the list are looked at", () => {
    expect(
      problemsOf([whole, whole, { ...rotation, key: "None" }]).map(
        ({ code, path }) => [code, path],
      ),
    ).toEqual([
      ["design/repeated-id", ["accepted", 1, "id"]],
      ["design/unknown-name", ["accepted", 2, "key"]],
    ]);
  });

  test("[D50] a reason of white space is told, and what is no property", () => {
    const [reason, other, ...more] = problemsOf([
      { ...whole, reason: "\t " },
      { ...rotation, stack: "Stack" },
    ]);
    expect(more).toEqual([]);
    expect(reason?.message).toContain(
      "`accepted[0].reason` must be a reason, in a few words",
    );
    expect(other?.path).toEqual(["accepted", 1, "stack"]);
    expect(reasonProblem("agreed")).toBeUndefined();
  });

  test("[D50] the file has them last, each in one order", () => {
    const { reason, ...others } = rotation;
    const turned = { reason, ...others };
    expect(printDesign({ accepted: [turned], ...bare }).slice(-190)).toBe(
      printDesign({ ...bare, accepted: [rotation] }).slice(-190),
    );
    expect(Object.keys(JSON.parse(printDesign(design)) as object).at(-1)).toBe(
      "accepted",
    );
  });
});
