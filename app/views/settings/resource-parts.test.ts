import { expect, test } from "vitest";
import type { DefinedKey, SeparateAlias } from "../../../core/index.ts";
import { emptyDesign, newKey } from "../../../core/index.ts";
import { otherParts } from "./resource-parts.ts";

const overrides = {
  Condition: "IsProd",
  Metadata: "a text",
  DeletionPolicy: "Delete",
  Properties: { EnableKeyRotation: true, TargetKeyId: "a", New: 1 },
};
const key: DefinedKey = { ...newKey(emptyDesign()), overrides };
const alias: SeparateAlias = {
  id: "Alias",
  stack: key.stack,
  name: "alias/a",
  key: key.id,
  overrides,
};

test("what has no control of its own depends on the kind of resource", () => {
  const names = (parts: ReturnType<typeof otherParts>) =>
    parts.map(({ name }) => name);
  expect(names(otherParts({ list: "keys", part: key, index: 0 }))).toEqual([
    "Condition",
    "TargetKeyId",
    "New",
  ]);
  expect(names(otherParts({ list: "aliases", part: alias, index: 0 }))).toEqual(
    ["Condition", "Metadata", "EnableKeyRotation", "New"],
  );
});
