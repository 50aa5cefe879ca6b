import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { sameProps } from "./same-props.ts";

const handler = () => {};
const props = () => ({
  path: ["keys", 0, "description"],
  label: "Description",
  options: [{ id: "a", text: "A" }],
  help: undefined,
  onChange: handler,
});

describe("props of a memoised component", () => {
  test("new lists and objects with the same in them are the same", () => {
    expect(sameProps(props(), props())).toBe(true);
  });

  test.each<[string, object]>([
    ["a text", { label: "Other" }],
    ["a part of a path", { path: ["keys", 1, "description"] }],
    ["the length of a path", { path: ["keys", 0] }],
    ["something in a list", { options: [{ id: "a", text: "B" }] }],
    ["a list for an object", { options: { 0: { id: "a", text: "A" } } }],
    ["a handler", { onChange: () => {} }],
    ["a value for none", { help: "x" }],
    ["a property more", { fixed: true }],
  ])("%s makes a difference", (_name, other) => {
    expect(sameProps(props(), { ...props(), ...other })).toBe(false);
    expect(sameProps({ ...props(), ...other }, props())).toBe(false);
  });

  test("elements are the same only as one object", () => {
    const help = createElement("b");
    expect(sameProps({ help }, { help })).toBe(true);
    expect(sameProps({ help }, { help: createElement("b") })).toBe(false);
  });
});
