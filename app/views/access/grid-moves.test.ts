import { describe, expect, it } from "vitest";
import { movedPlace, type GridSize } from "./grid-moves.ts";

const size: GridSize = {
  lines: 5,
  columns: 4,
  hasName: (line) => line === 2,
  hasHead: (column) => column !== 1,
};

describe("moves in the matrix", () => {
  it.each([
    ["ArrowRight", { line: 1, column: 0 }, { line: 1, column: 1 }],
    ["ArrowLeft", { line: 1, column: 0 }, { line: 1, column: 0 }],
    ["ArrowLeft", { line: 2, column: 0 }, { line: 2, column: -1 }],
    ["ArrowDown", { line: 4, column: 3 }, { line: 4, column: 3 }],
    ["ArrowUp", { line: 0, column: 2 }, { line: -1, column: 2 }],
    ["Home", { line: 2, column: 3 }, { line: 2, column: -1 }],
    ["Home", { line: 1, column: 3 }, { line: 1, column: 0 }],
    ["End", { line: 1, column: 0 }, { line: 1, column: 3 }],
    ["Ctrl+Home", { line: 4, column: 3 }, { line: 0, column: 0 }],
    ["Ctrl+End", { line: 0, column: 0 }, { line: 4, column: 3 }],
    ["ArrowRight", { line: -1, column: 0 }, { line: -1, column: 2 }],
    ["ArrowDown", { line: -1, column: 2 }, { line: 0, column: 2 }],
  ])("%s from %o", (key, from, to) => {
    expect(movedPlace(from, key, size)).toEqual(to);
  });

  it("leads nowhere where a head does nothing, and for other keys", () => {
    expect(movedPlace({ line: 0, column: 1 }, "ArrowUp", size)).toBeUndefined();
    expect(movedPlace({ line: 1, column: 1 }, "x", size)).toBeUndefined();
  });
});
