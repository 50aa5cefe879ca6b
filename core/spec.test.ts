import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const folder = new URL(".", import.meta.url);
const spec = readFileSync(new URL("SPEC.md", folder), "utf8");

const tests = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => ({ file, text: readFileSync(new URL(file, folder), "utf8") }));

/** A rule of the list: its id in bold, what it says, and its source at the end. */
const ruleLine =
  /^- \*\*(?<id>[A-Z]\d+)\*\* \S.*\. Source: (?<source>\S.*)\.$/u;
const lines = spec.split("\n").filter((line) => line.startsWith("- "));
const ids = lines.map((line) => ruleLine.exec(line)?.groups?.["id"] ?? line);

/** The strings that begin with an id in brackets, as the names of tests do. */
const named = new Set(
  tests.flatMap(({ text }) =>
    [...text.matchAll(/["'`]\[(?<id>[A-Z]\d+)\] /g)].map(
      ({ groups }) => groups?.["id"] ?? "",
    ),
  ),
);

/** The names of tests in a text: what stands first in a call of test, or behind the table of test.each. */
function titlesIn(text: string): readonly string[] {
  const plain = text.matchAll(/(?<!\.)\btest\(\s*(?<title>["'`].*)/g);
  const each = text.matchAll(
    /\btest\.each(?:<[\s\S]*?>)?\([\s\S]*?\)\(\s*(?<title>["'`].*)/g,
  );
  return [...plain, ...each].map(({ groups }) => groups?.["title"] ?? "");
}

describe("core/SPEC.md", () => {
  test("[P10] every rule has an id, a sentence and a source", () => {
    expect(lines.filter((line) => !ruleLine.test(line))).toEqual([]);
  });

  test("[P10] no id is given twice", () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("[P10] every rule is proved by a test", () => {
    expect(ids.filter((id) => !named.has(id))).toEqual([]);
  });

  test("[P10] every test proves a rule of the list", () => {
    expect([...named].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("[P10] the name of every test begins with the id of a rule", () => {
    const nameless = tests.flatMap(({ file, text }) =>
      titlesIn(text)
        .filter((title) => !/^["'`]\[[A-Z]\d+\] \S/.test(title))
        .map((title) => `${file}: ${title}`),
    );
    expect(nameless).toEqual([]);
  });

  test("[P10] the tests are found", () => {
    const count = tests.reduce(
      (sum, { text }) => sum + titlesIn(text).length,
      0,
    );
    expect(count).toBeGreaterThan(300);
  });
});
