import { beforeEach, describe, expect, test } from "vitest";
import type { DefinedKey, Design } from "../../core/index.ts";
import {
  emptyDesign,
  isDefined,
  newKey,
  printDesign,
} from "../../core/index.ts";
import { draftOf, enterText } from "./drafts.ts";
import { undo } from "./edit.ts";
import { emptyHistory } from "./history.ts";
import {
  dropOverrides,
  hasWholePolicy,
  override,
  overrideControl,
  wordsOf,
  type Resource,
} from "./override-edits.ts";
import { designOf } from "./selectors.ts";
import { getState, noSelection, setSession, useApp } from "./store.ts";
import { initialView } from "./view.ts";

const rotation = { kind: "property", name: "EnableKeyRotation" } as const;
const condition = { kind: "attribute", name: "Condition" } as const;
const base = emptyDesign("Overrides");
const key: DefinedKey = {
  ...newKey(base),
  construct: "CfnKey",
  overrides: { Properties: { EnableKeyRotation: { Ref: "Rotate" } } },
};
const design: Design = {
  ...base,
  keys: [key],
  aliases: [{ id: "Alias", stack: key.stack, name: "alias/a", key: key.id }],
};
const now = () => designOf(getState());
const keyNow = () => now().keys.find(isDefined) ?? key;
const resource = (): Resource => ({ list: "keys", part: keyNow(), index: 0 });

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
  });
  setSession({ readOnly: false, dialog: null });
});

describe("what a template says in place of a setting", () => {
  test("goes in one change, and comes back whole", () => {
    dropOverrides("Use a setting", resource(), [rotation]);
    expect(keyNow()).not.toHaveProperty("overrides");
    expect(getState().document?.history.past).toHaveLength(1);
    undo();
    expect(printDesign(now())).toBe(printDesign(design));
  });

  test("stands beside what else the template says", () => {
    override(resource(), condition, "IsProd");
    expect(keyNow().overrides).toEqual({
      ...key.overrides,
      Condition: "IsProd",
    });
    dropOverrides("Use a setting", resource(), [rotation]);
    expect(keyNow().overrides).toEqual({ Condition: "IsProd" });
  });

  test("is of an alias as well", () => {
    const [alias] = now().aliases ?? [];
    expect(alias).toBeDefined();
    if (alias === undefined) return;
    const part = { kind: "property", name: "TargetKeyId" } as const;
    override({ list: "aliases", part: alias, index: 0 }, part, {
      Ref: "Other",
    });
    expect(now().aliases?.[0]?.overrides).toEqual({
      Properties: { TargetKeyId: { Ref: "Other" } },
    });
  });

  test("is edited as JSON; what is none stays a draft", () => {
    const control = () =>
      overrideControl(resource(), rotation, {
        label: "Automatic rotation",
        path: ["keys", 0, "enableKeyRotation"],
      });
    enterText(control(), '{"Ref": ');
    expect(draftOf(getState().drafts, control())?.problems).not.toEqual([]);
    expect(keyNow().overrides).toEqual(key.overrides);
    enterText(control(), "true");
    expect(draftOf(getState().drafts, control())).toBeUndefined();
    expect(keyNow().overrides).toEqual({
      Properties: { EnableKeyRotation: true },
    });
  });

  test("may be the whole policy", () => {
    expect(hasWholePolicy(keyNow())).toBe(false);
    override(
      resource(),
      { kind: "property", name: "KeyPolicy" },
      { Ref: "Policy" },
    );
    expect(hasWholePolicy(keyNow())).toBe(true);
  });
});

describe("a value of a template in words", () => {
  test("is what the function says", () => {
    expect(wordsOf({ "Fn::If": ["IsProd", true, false] })).toEqual([
      "if IsProd: true, else false",
    ]);
    expect(wordsOf({ Ref: "Days" })).toEqual(["Days"]);
  });

  test("is a line for each tag", () => {
    expect(
      wordsOf([
        { Key: "Stage", Value: { Ref: "Stage" } },
        { Key: "Team", Value: "payments" },
      ]),
    ).toEqual(["Stage: Stage", "Team: payments"]);
  });

  test("says what is left out", () => {
    expect(wordsOf(null)).toEqual(["left out"]);
  });
});
