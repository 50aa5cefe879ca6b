import { describe, expect, it } from "vitest";
import { drawnColumns, drawnLines, heights } from "./window.ts";

const lines = Array.from({ length: 200 }, () => ({ kind: "row" as const }));

describe("what is drawn of the matrix", () => {
  it("is all of a short one", () => {
    expect(
      drawnLines(lines.slice(0, 50), { top: 0, height: 100 }, 0),
    ).toHaveLength(50);
    expect(
      drawnColumns(8, { top: 0, height: 0, left: 0, width: 100, whole: 800 }),
    ).toEqual([0, 8]);
  });

  it("is what is seen, the line with the focus, and gaps as high as the rest", () => {
    const seen = { top: 100 * heights.row, height: 10 * heights.row };
    const drawn = drawnLines(lines, seen, 3);
    const places = drawn.flatMap((one) => ("line" in one ? [one.line] : []));
    const gaps = drawn.flatMap((one) => ("gap" in one ? [one.gap] : []));
    expect(places).toContain(3);
    expect(places).toContain(105);
    expect(places).not.toContain(150);
    const height = gaps.reduce((sum, gap) => sum + gap, 0);
    expect(height + places.length * heights.row).toBe(200 * heights.row);
  });

  it("is the columns that are seen, of many", () => {
    const [from, to] = drawnColumns(60, {
      top: 0,
      height: 0,
      left: 2000,
      width: 800,
      whole: 6000,
    });
    expect(from).toBeLessThanOrEqual(20);
    expect(to).toBeGreaterThanOrEqual(28);
    expect(to - from).toBeLessThan(20);
  });
});
