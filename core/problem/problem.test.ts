import { describe, expect, test } from "vitest";
import { depthProblem, maximumDepth } from "./depth.ts";
import {
  failed,
  failedWith,
  ok,
  printPath,
  samePath,
  startsWithPath,
} from "./problem.ts";
import type { Problem } from "./problem.ts";
import { reservedNameProblems } from "./reserved-names.ts";
import { unreachable } from "./unreachable.ts";

const problem: Problem = {
  code: "test/one",
  severity: "error",
  path: [],
  message: "wrong",
  help: "mend it",
};

describe("results", () => {
  test("[P1] a good result carries its value", () => {
    expect(ok(3)).toEqual({ ok: true, value: 3 });
  });

  test("[P1] a failed result carries every problem", () => {
    const second = { ...problem, code: "test/two" };
    expect(failed(problem, second)).toEqual({
      ok: false,
      problems: [problem, second],
    });
  });

  test("[P1] a result can fail with a million problems", () => {
    const problems = Array.from({ length: 1_000_000 }, () => problem);
    expect(failedWith(problems)).toEqual({ ok: false, problems });
  });

  test("[P1] a place that the types rule out throws", () => {
    expect(() => unreachable("x" as never)).toThrow('unreachable: "x"');
  });
});

describe("paths", () => {
  test("[P2] names are joined by dots and positions stand in brackets", () => {
    expect(printPath(["keys", 0, "aliases", 12])).toBe("keys[0].aliases[12]");
  });

  test("[P2] a name that is no word stands in quotes", () => {
    expect(printPath(["conditions", "kms:ViaService", ""])).toBe(
      'conditions["kms:ViaService"][""]',
    );
  });

  test("[P2] the root has no text", () => {
    expect(printPath([])).toBe("");
  });

  test("[P2] a first name that is no word stands in quotes too", () => {
    expect(printPath(["a b", "c"])).toBe('["a b"].c');
  });

  test("[P3] equal paths are the same place", () => {
    expect(samePath(["keys", 0], ["keys", 0])).toBe(true);
  });

  test("[P3] a path and a place inside it are not the same", () => {
    expect(samePath(["keys", 0], ["keys"])).toBe(false);
    expect(samePath(["keys"], ["keys", 0])).toBe(false);
  });

  test("[P3] the position 0 and the name 0 are not the same", () => {
    expect(samePath(["keys", 0], ["keys", "0"])).toBe(false);
  });

  test("[P3] a place starts with itself and with what is around it", () => {
    expect(startsWithPath(["keys", 0], ["keys", 0])).toBe(true);
    expect(startsWithPath(["keys", 0], [])).toBe(true);
  });

  test("[P3] a place does not start with what is inside it", () => {
    expect(startsWithPath(["keys"], ["keys", 0])).toBe(false);
  });
});

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

describe("depth", () => {
  test("[P4] a value as deep as is allowed has no problem", () => {
    expect(depthProblem(nested(maximumDepth))).toBeUndefined();
  });

  test("[P4] one level more is a problem", () => {
    expect(depthProblem(nested(maximumDepth + 1))?.code).toBe("json/depth");
  });

  test("[P4] objects count as lists do", () => {
    const value = { a: { b: nested(maximumDepth - 1) } };
    expect(depthProblem(value)?.code).toBe("json/depth");
  });

  test("[P4] a value that contains itself is a problem, not an endless loop", () => {
    const value: { self?: unknown } = {};
    value.self = value;
    expect(depthProblem(value)?.code).toBe("json/depth");
  });
});

describe("reserved names", () => {
  test("[P5] __proto__ is reported wherever it is a name", () => {
    const value: unknown = JSON.parse(
      '{"a": [{"__proto__": {}}], "__proto__": 1}',
    );
    expect(reservedNameProblems(value).map(({ path }) => path)).toEqual([
      ["a", 0, "__proto__"],
      ["__proto__"],
    ]);
  });

  test("[P5] __proto__ as a text is no problem", () => {
    expect(reservedNameProblems({ a: "__proto__" })).toEqual([]);
  });
});
