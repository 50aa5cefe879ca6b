import { describe, expect, test } from "vitest";
import {
  samples,
  settingsOfMode,
  type CdkLine,
  type Design,
  type Exported,
} from "../../core/index.ts";
import { codeStackOf } from "./chosen-stack.ts";
import {
  isOfStack,
  languageOf,
  lineAt,
  lineStarts,
  linesWrittenBy,
  shownCodeOf,
  shownTarget,
  targetGroups,
  targetsOfGroup,
  writerOf,
} from "./export.ts";
import { emptyHistory } from "./history.ts";
import { getState, type AppState } from "./store.ts";
import { initialView, type View } from "./view.ts";

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
  const stateOf = (view: Partial<View>, line: CdkLine = "v2"): AppState => ({
    ...getState(),
    document: {
      id: "test",
      design: { ...samples["symmetric-data-key"].design, cdk: { line } },
      history: emptyHistory,
      demo: null,
      baseline: null,
    },
    view: { ...initialView, ...view },
  });

  test("is a tab and the language last used in it", () => {
    expect(targetGroups).toEqual(["CloudFormation", "CDK", "Key policy"]);
    expect(shownTarget(stateOf({})).id).toBe("cloudformation-yaml");
    const languages = { CloudFormation: "JSON" };
    expect(shownTarget(stateOf({ languages })).id).toBe("cloudformation-json");
    expect(shownTarget(stateOf({ targetGroup: "CDK" })).id).toBe(
      "cdk-typescript",
    );
  });

  test("is of the CDK line of the design, or of the one chosen", () => {
    const languages = { CDK: "Python" };
    const view = { targetGroup: "CDK", languages };
    expect(shownTarget(stateOf(view)).id).toBe("cdk-python");
    expect(shownTarget(stateOf(view, "v1")).id).toBe("cdk-v1-python");
    expect(shownTarget(stateOf({ ...view, codeLine: "v1" })).id).toBe(
      "cdk-v1-python",
    );
    for (const line of ["v1", "v2"] as const)
      expect(targetsOfGroup(line, "CDK").map(languageOf)).toEqual([
        "TypeScript",
        "Python",
      ]);
  });
});

describe("the shown code", () => {
  const design: Design = {
    ...samples["symmetric-data-key"].design,
    cdk: settingsOfMode("older-v2"),
  };
  const stateOf = (view: Partial<View>): AppState => ({
    ...getState(),
    document: {
      id: "test",
      design,
      history: emptyHistory,
      demo: null,
      baseline: null,
    },
    view: { ...initialView, ...view },
  });
  const fileOf = (view: Partial<View>) => {
    const code = shownCodeOf(stateOf(view));
    return code.ok ? code.value.fileName : undefined;
  };

  test("is a file beside the program where that was chosen", () => {
    const view = { targetGroup: "CDK", codeFile: "cdk.json" };
    expect(fileOf(view)).toBe("cdk.json");
    expect(shownCodeOf(stateOf(view))).toBe(shownCodeOf(stateOf(view)));
    expect(fileOf({ codeFile: "cdk.json" })).toMatch(/yaml$/);
  });

  test("is of the stack that was chosen, where a target writes one", () => {
    const two = { ...design, stacks: [...design.stacks, { id: "Other" }] };
    const [first] = two.stacks;
    const state = {
      ...stateOf({ codeStack: "Other" }),
      document: {
        id: "test",
        design: two,
        history: emptyHistory,
        demo: null,
        baseline: null,
      },
    };
    expect(isOfStack(state)).toBe(true);
    expect(codeStackOf(state)).toBe("Other");
    const gone = { ...state, view: { ...state.view, codeStack: "Gone" } };
    expect(codeStackOf(gone)).toBe(first?.id);
  });
});
