import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseJson, isJsonList, isJsonObject } from "../../problem/json.ts";
import type { Json } from "../../problem/json.ts";
import type { Covered } from "./coverage.ts";
import { further } from "./further.ts";
import { tools } from "./tools.ts";

/** The collection of checks that the tables were made from; it is not part of this project. */
const collection = new URL(
  "../../../../shared/facts/checks.json",
  import.meta.url,
);
const isThere = existsSync(collection);

function namesIn(list: Json | undefined, name: string): readonly string[] {
  return (isJsonList(list) ? list : []).flatMap((row) => {
    const value = isJsonObject(row) ? row[name] : undefined;
    return typeof value === "string" ? [value] : [];
  });
}

/** Rules, or a sentence. */
function isExplained(covered: Covered): boolean {
  if ("by" in covered) return sentence.test(covered.by);
  if ("outside" in covered) return sentence.test(covered.outside);
  return "wrong" in covered ? sentence.test(covered.wrong) : covered.length > 0;
}

const sentence = /^[A-Z].*\.$/s;

describe("what becomes of the checks of other tools", () => {
  test("[C17] every check has its rules or a reason in a sentence", () => {
    const unexplained = [...tools, ...further].flatMap(({ checks }) =>
      Object.entries(checks)
        .filter(([, covered]) => !isExplained(covered))
        .map(([name]) => name),
    );
    expect(unexplained).toEqual([]);
  });

  test.runIf(isThere)(
    "[C17] every check of the collection is in the tables (skipped without it)",
    () => {
      const read = parseJson(readFileSync(collection, "utf8"));
      const { checks, gapIdeas } = isJsonObject(read) ? read : {};
      const known = tools.flatMap((tool) => Object.keys(tool.checks));
      const asked = new Set(namesIn(checks, "check"));
      expect(asked.size).toBeGreaterThan(200);
      expect(known.toSorted()).toEqual([...asked].toSorted());
      const ideas = namesIn(gapIdeas, "rule");
      expect(Object.keys(further[0]?.checks ?? {})).toEqual(ideas);
    },
  );
});
