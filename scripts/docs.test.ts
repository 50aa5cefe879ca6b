import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkPages } from "./docs/pages.ts";

test("the pages on the checks are those that the rules write", async () => {
  const folder = new URL("../docs/checks/", import.meta.url);
  const pages = await checkPages();
  expect(readdirSync(folder).toSorted()).toEqual([...pages.keys()].toSorted());
  for (const [name, text] of pages)
    expect(readFileSync(new URL(name, folder), "utf8"), name).toBe(text);
});
