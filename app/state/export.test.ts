import { describe, expect, test } from "vitest";
import type { Exported } from "../../core/index.ts";
import {
  lineAt,
  lineStarts,
  linesWrittenBy,
  shownTarget,
  targetGroups,
  writerOf,
} from "./export.ts";
import { initialView } from "./view.ts";

const exported: Exported = {
  text: "Key:\n  Spec: A\n  Policy:\n    Sid: B\n",
  spans: [
    { start: 0, end: 36, from: [["keys", 0]] },
    { start: 7, end: 14, from: [["keys", 0, "keySpec"]] },
    { start: 17, end: 36, from: [["keys", 0, "policy"]] },
    {
      start: 29,
      end: 35,
      from: [["keys", 0, "policy", "statements", 0, "sid"]],
    },
  ],
  notes: [],
  fileName: "t.yaml",
};

describe("lines of a text", () => {
  test("are found by offset", () => {
    const starts = lineStarts(exported.text);
    expect(starts).toEqual([0, 5, 15, 25, 36]);
    expect([0, 4, 5, 24, 25].map((at) => lineAt(starts, at))).toEqual([
      1, 1, 2, 3, 4,
    ]);
  });
});

describe("the link of design and code", () => {
  test("a part tints the lines it wrote", () => {
    expect(linesWrittenBy(exported, ["keys", 0, "keySpec"])).toEqual([
      { first: 2, last: 2 },
    ]);
  });

  test("a part that wrote nothing of its own tints those of the part around it", () => {
    const action = ["keys", 0, "policy", "statements", 0, "actions", 1];
    expect(linesWrittenBy(exported, action)).toEqual([{ first: 4, last: 4 }]);
  });

  test("a property that is not written tints nothing", () => {
    expect(linesWrittenBy(exported, ["keys", 0, "origin"])).toEqual([]);
  });

  test("the cursor finds the innermost writer", () => {
    expect(writerOf(exported, 10)).toEqual(["keys", 0, "keySpec"]);
    expect(writerOf(exported, 30)?.at(-1)).toBe("sid");
    expect(writerOf(exported, 2)).toEqual(["keys", 0]);
  });
});

describe("the shown target", () => {
  test("is a tab and the language last used in it", () => {
    expect(targetGroups).toEqual(["CloudFormation", "CDK", "Key policy"]);
    expect(shownTarget(initialView).id).toBe("cloudformation-yaml");
    const languages = { CloudFormation: "JSON" };
    expect(shownTarget({ ...initialView, languages }).id).toBe(
      "cloudformation-json",
    );
    expect(shownTarget({ ...initialView, targetGroup: "CDK" }).id).toBe(
      "cdk-typescript",
    );
  });
});
