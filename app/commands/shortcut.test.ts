import { describe, expect, test } from "vitest";
import { ariaShortcut, matchesShortcut, type KeyStroke } from "./shortcut.ts";

const plain: KeyStroke = {
  key: "",
  code: "",
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
};

describe("a shortcut", () => {
  test("matches its key with exactly its modifiers", () => {
    const stroke = { ...plain, key: "z", ctrlKey: true };
    expect(matchesShortcut("Ctrl+Z", stroke)).toBe(true);
    expect(matchesShortcut("Ctrl+Z", { ...stroke, shiftKey: true })).toBe(
      false,
    );
    expect(
      matchesShortcut("Shift+Ctrl+Z", { ...stroke, key: "Z", shiftKey: true }),
    ).toBe(true);
  });

  test("takes Command for Ctrl", () => {
    expect(
      matchesShortcut("Ctrl+K", { ...plain, key: "k", metaKey: true }),
    ).toBe(true);
  });

  test("finds a digit key that types something else with Alt", () => {
    const stroke = { ...plain, key: "¡", code: "Digit1", altKey: true };
    expect(matchesShortcut("Alt+1", stroke)).toBe(true);
  });

  test("takes a question mark with or without Shift", () => {
    expect(matchesShortcut("?", { ...plain, key: "?", shiftKey: true })).toBe(
      true,
    );
    expect(matchesShortcut("?", { ...plain, key: "?" })).toBe(true);
  });

  test("is written for assistive technology", () => {
    expect(ariaShortcut("Ctrl+K")).toBe("Control+K");
  });
});
