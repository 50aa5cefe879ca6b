import { describe, expect, test } from "vitest";
import {
  overriddenParts,
  overrideOf,
  withOverride,
  withoutOverrides,
} from "./override-parts.ts";
import type { ResourcePart } from "./override-parts.ts";

const condition: ResourcePart = { kind: "attribute", name: "Condition" };
const rotation: ResourcePart = { kind: "property", name: "EnableKeyRotation" };
const days: ResourcePart = { kind: "property", name: "PendingWindowInDays" };
const overrides = {
  Condition: "IsProd",
  Properties: { EnableKeyRotation: { Ref: "Rotate" }, Enabled: null },
};

describe("parts of a resource that are overridden", () => {
  test("[D40] are found by name, as attributes or as properties", () => {
    expect(overrideOf(overrides, condition)).toBe("IsProd");
    expect(overrideOf(overrides, rotation)).toEqual({ Ref: "Rotate" });
    expect(overrideOf(overrides, days)).toBeUndefined();
    expect(overrideOf(undefined, rotation)).toBeUndefined();
    expect(
      overrideOf(overrides, { kind: "attribute", name: "Properties" }),
    ).toBeUndefined();
  });

  test("[D40] that are left out have the value null", () => {
    expect(overrideOf(overrides, { kind: "property", name: "Enabled" })).toBe(
      null,
    );
  });

  test("[D40] are listed, attributes first", () => {
    expect(overriddenParts(overrides)).toEqual([
      condition,
      rotation,
      { kind: "property", name: "Enabled" },
    ]);
    expect(overriddenParts(undefined)).toEqual([]);
  });

  test("[D40] take another value in their place", () => {
    expect(withOverride(overrides, rotation, true)).toEqual({
      Condition: "IsProd",
      Properties: { EnableKeyRotation: true, Enabled: null },
    });
    expect(withOverride(undefined, condition, "IsDev")).toEqual({
      Condition: "IsDev",
    });
    expect(withOverride(undefined, days, 7)).toEqual({
      Properties: { PendingWindowInDays: 7 },
    });
  });

  test("[D40] go with what held them when they were the last", () => {
    expect(withoutOverrides(overrides, [rotation])).toEqual({
      Condition: "IsProd",
      Properties: { Enabled: null },
    });
    expect(
      withoutOverrides({ Properties: { EnableKeyRotation: true } }, [rotation]),
    ).toBeUndefined();
    expect(
      withoutOverrides(overrides, [
        rotation,
        { kind: "property", name: "Enabled" },
      ]),
    ).toEqual({ Condition: "IsProd" });
    expect(withoutOverrides(undefined, [rotation])).toBeUndefined();
  });
});
