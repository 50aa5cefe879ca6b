import { expect, test } from "vitest";
import { keyed } from "./keyed.ts";

test("members that look the same have keys of their own", () => {
  const keys = keyed(["a", "b", "a"], (text) => text).map(({ key }) => key);
  expect(keys).toEqual(["a 0", "b 0", "a 1"]);
});
