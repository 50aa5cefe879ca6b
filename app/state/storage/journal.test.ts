import { describe, expect, test } from "vitest";
import { emptyDesign, type DesignChange } from "../../../core/index.ts";
import { readJournal, replayed, writeJournal } from "./journal.ts";

const design = emptyDesign("saved");
const rename = (name: string): DesignChange => ({
  type: "edit-design",
  patch: { name },
});

describe("the journal", () => {
  test("brings back the edits that the database had not seen", () => {
    const entries = [
      { edit: 4, change: rename("seen") },
      { edit: 5, change: rename("lost") },
      { edit: 6, change: rename("last") },
    ];
    const { design: current, edits } = replayed(design, 4, entries);
    expect(current.name).toBe("last");
    expect(edits).toBe(6);
  });

  test("stops at an edit that does not apply", () => {
    const entries = [
      { edit: 1, change: rename("good") },
      { edit: 2, change: { type: "remove-key", key: "none" } as const },
      { edit: 3, change: rename("after") },
    ];
    expect(replayed(design, 0, entries)).toMatchObject({
      design: { name: "good" },
      edits: 1,
    });
  });

  test("is empty where there is no storage", () => {
    writeJournal("none", [{ edit: 1, change: rename("x") }]);
    expect(readJournal("none")).toEqual([]);
  });
});
