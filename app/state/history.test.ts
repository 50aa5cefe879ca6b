import { describe, expect, test } from "vitest";
import {
  emptyHistory,
  recorded,
  sealed,
  stepBack,
  stepForward,
  type HistoryEntry,
} from "./history.ts";

const entry = (name: string, field?: string): HistoryEntry => ({
  title: name,
  change: { type: "edit-design", patch: { name } },
  inverse: { type: "edit-design", patch: { name: `before ${name}` } },
  ...(field !== undefined && { field }),
});
const titles = (entries: readonly HistoryEntry[]) =>
  entries.map(({ title }) => title);

describe("the history", () => {
  test("keeps edits in order", () => {
    const history = recorded(recorded(emptyHistory, entry("a")), entry("b"));
    expect(titles(history.past)).toEqual(["a", "b"]);
  });

  test("makes one entry of the keystrokes in a field, which undoes to the text before the first", () => {
    const first = recorded(emptyHistory, entry("a", "name"));
    const history = recorded(first, entry("ab", "name"));
    expect(history.past).toEqual([
      { ...entry("ab", "name"), inverse: entry("a").inverse },
    ]);
  });

  test("starts a new entry when the field was left", () => {
    const left = sealed(recorded(emptyHistory, entry("a", "name")));
    const history = recorded(left, entry("b", "name"));
    expect(titles(history.past)).toEqual(["a", "b"]);
  });

  test("moves an entry to the future and back", () => {
    const history = recorded(emptyHistory, entry("a"));
    const back = stepBack(history);
    expect(back).toEqual({ past: [], future: history.past });
    expect(stepForward(back)).toEqual(history);
  });

  test("forgets the future with a new edit", () => {
    const back = stepBack(recorded(emptyHistory, entry("a")));
    expect(recorded(back, entry("b")).future).toEqual([]);
  });

  test("has nothing to step to at its ends", () => {
    expect(stepBack(emptyHistory)).toBe(emptyHistory);
    expect(stepForward(emptyHistory)).toBe(emptyHistory);
    expect(sealed(emptyHistory)).toBe(emptyHistory);
  });
});
