import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as door from "./index.ts";

const index = new URL("index.ts", import.meta.url);
const text = readFileSync(index, "utf8");

/** What the door exports: each name with the file it comes from. */
const exported = [
  ...text.matchAll(/export (?:type )?\{([^}]*)\} from "([^"]+)"/g),
].flatMap(([, names = "", file = ""]) =>
  names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => [name, file] as const),
);

/** The text of the file that declares a name, behind any file that only passes it on. */
function declarationOf(name: string, from: URL): string {
  const source = readFileSync(from, "utf8");
  const declared = new RegExp(
    `^export (?:const|function|interface|type|class) ${name}\\b`,
    "m",
  );
  const place = declared.exec(source);
  if (place !== null) return source.slice(0, place.index);
  for (const [, file = ""] of importsOf(source, name)) {
    const next = new URL(file, from);
    if (existsSync(next)) return declarationOf(name, next);
  }
  return "";
}

function importsOf(source: string, name: string) {
  return source.matchAll(
    new RegExp(`\\{[^}]*\\b${name}\\b[^}]*\\} from "([^"]+)"`, "g"),
  );
}

describe("the door of core", () => {
  test("[P11] every name is exported by itself", () => {
    expect(text).not.toMatch(/export \*/);
    expect(text).not.toMatch(/export default/);
  });

  test("[P11] the names that are found are those that are exported", () => {
    const found = exported.map(([name]) => name);
    expect(Object.keys(door).filter((name) => !found.includes(name))).toEqual(
      [],
    );
    expect(found.length).toBeGreaterThan(80);
  });

  test.each(exported)("[P11] %s has a docstring", (name, file) => {
    const before = declarationOf(name, new URL(file, index));
    expect(before.trimEnd()).toMatch(/\*\/$/);
  });
});
