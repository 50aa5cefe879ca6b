import { beforeEach, describe, expect, test } from "vitest";
import { failed, isDefined, ok, samples } from "../../core/index.ts";
import { draftOf, enterText, shownText, type TextControl } from "./drafts.ts";
import { emptyHistory } from "./history.ts";
import { designOf, keyOf } from "./selectors.ts";
import { getState, noSelection, setSession, useApp } from "./store.ts";

const { design } = samples["symmetric-data-key"];
const path = ["keys", 0, "pendingWindowInDays"];

function pendingWindow(): number | undefined {
  const key = keyOf(getState());
  return key !== undefined && isDefined(key)
    ? key.pendingWindowInDays
    : undefined;
}

function control(): TextControl {
  return {
    id: "window",
    label: "Pending window (days)",
    path,
    value: String(pendingWindow() ?? ""),
    title: "Set the pending window",
    read: (text) =>
      /^\d+$/.test(text)
        ? ok({
            type: "edit-key",
            key: "PaymentsKey",
            patch: { pendingWindowInDays: Number(text) },
          })
        : failed({
            code: "test/no-number",
            severity: "error",
            path: [],
            message: "no number",
            help: "digits",
          }),
  };
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
    drafts: {},
  });
  setSession({ readOnly: false });
});

describe("text in a control", () => {
  test("goes into the design when it is right", () => {
    enterText(control(), "12");
    expect(pendingWindow()).toBe(12);
    expect(getState().drafts).toEqual({});
  });

  test("stays in the control with its problem when KMS refuses it, and the design is as it was", () => {
    enterText(control(), "5");
    expect(designOf(getState())).toBe(design);
    expect(shownText(getState().drafts, control())).toBe("5");
    expect(getState().drafts["window"]?.problems).toHaveLength(1);
  });

  test("stays in the control when it cannot be read", () => {
    enterText(control(), "soon");
    expect(shownText(getState().drafts, control())).toBe("soon");
  });

  test("is forgotten when it becomes right", () => {
    enterText(control(), "5");
    enterText(control(), "15");
    expect(getState().drafts).toEqual({});
    expect(pendingWindow()).toBe(15);
  });

  test("is void when the value under it changes", () => {
    enterText(control(), "5");
    const other = { ...control(), value: "20" };
    expect(draftOf(getState().drafts, other)).toBeUndefined();
    expect(shownText(getState().drafts, other)).toBe("20");
  });
});
