import { describe, expect, test } from "vitest";
import { isDefined, samples } from "../../core/index.ts";
import { emptyHistory } from "./history.ts";
import { stepped, type Step, type Version } from "./step.ts";

const { design } = samples["symmetric-data-key"];
const key = design.keys.find(isDefined);
const start: Version = { design, history: emptyHistory };
const describeKey = (description: string, sealed = false): Step => ({
  type: "edit",
  title: "Description",
  change: { type: "edit-key", key: key?.id ?? "", patch: { description } },
  field: "description",
  sealed,
});

describe("a step", () => {
  test("that leaves the design as it is does nothing", () => {
    expect(stepped(start, describeKey(key?.description ?? ""))).toBe(start);
    expect(stepped(start, { type: "undo" })).toBe(start);
    expect(stepped(start, { type: "redo" })).toBe(start);
  });

  test("that does not apply gives no version", () => {
    const change = { type: "remove-key", key: "none" } as const;
    const step = { type: "edit", title: "", change, sealed: true } as const;
    expect(stepped(start, step)).toBeUndefined();
  });

  test("leaves no entry when the text comes back while it is typed", () => {
    const typed = stepped(start, describeKey("other")) ?? start;
    expect(typed.history.past).toHaveLength(1);
    const back = stepped(typed, describeKey(key?.description ?? ""));
    expect(back).toEqual(start);
  });

  test("leaves an entry when the text comes back after the field was left", () => {
    const typed = stepped(start, describeKey("other")) ?? start;
    const back = stepped(typed, describeKey(key?.description ?? "", true));
    expect(back?.history.past).toHaveLength(2);
  });
});
