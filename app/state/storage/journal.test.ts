import { describe, expect, test } from "vitest";
import { emptyDesign } from "../../../core/index.ts";
import { emptyHistory } from "../history.ts";
import { stepped, type Step, type Version } from "../step.ts";
import { readJournal, replayed, writeJournal } from "./journal.ts";

const saved: Version = { design: emptyDesign("saved"), history: emptyHistory };
const rename = (name: string, field?: string, sealed = true): Step => ({
  type: "edit",
  title: `Rename to ${name}`,
  change: { type: "edit-design", patch: { name } },
  ...(field !== undefined && { field }),
  sealed,
});
const numbered = (...steps: readonly Step[]) =>
  steps.map((step, index) => ({ edit: index + 1, step }));
const live = (steps: readonly Step[]) =>
  steps.reduce((version, step) => stepped(version, step) ?? version, saved);

describe("the journal", () => {
  test("brings back the edits that the database had not seen", () => {
    const entries = numbered(rename("seen"), rename("lost"), rename("last"));
    const { version, unsaved } = replayed(saved, 1, entries);
    expect(version.design.name).toBe("last");
    expect(unsaved).toEqual(entries.slice(1));
  });

  test("brings back what can be undone and redone", () => {
    const steps: readonly Step[] = [
      rename("a"),
      rename("b", "name"),
      rename("bc", "name", false),
      rename("d", "name"),
      { type: "undo" },
      { type: "undo" },
      { type: "redo" },
    ];
    const [first = rename("a"), ...rest] = steps;
    const record = live([first]);
    const { version } = replayed(record, 1, numbered(first, ...rest));
    expect(version).toEqual(live(steps));
    expect(version.design.name).toBe("bc");
    const titles = version.history.past.map(({ title }) => title);
    expect(titles).toEqual(["Rename to a", "Rename to bc"]);
    expect(version.history.future).toHaveLength(1);
  });

  test("keeps apart what was typed before and after the field was left", () => {
    const record = live([rename("a", "name")]);
    const entries = numbered(rename("a", "name"), rename("b", "name"));
    expect(replayed(record, 1, entries).version.history.past).toHaveLength(2);
  });

  test("stops at an edit that does not apply", () => {
    const entries = numbered(
      rename("good"),
      {
        type: "edit",
        title: "Remove key",
        change: { type: "remove-key", key: "none" },
        sealed: true,
      },
      rename("after"),
    );
    const { version, unsaved } = replayed(saved, 0, entries);
    expect(version.design.name).toBe("good");
    expect(unsaved).toHaveLength(1);
  });

  test("is empty where there is no storage", () => {
    writeJournal("none", numbered(rename("x")));
    expect(readJournal("none")).toEqual([]);
  });
});
