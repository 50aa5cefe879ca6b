import { describe, expect, test } from "vitest";
import { assumeCondition, assumeParameter } from "./assume.ts";

describe("what is assumed", () => {
  test("[D42] is set by name, beside what is assumed already", () => {
    const one = assumeParameter(undefined, "Stage", "prod");
    expect(one).toEqual({ parameters: { Stage: "prod" } });
    const two = assumeCondition(one, "IsProd", false);
    expect(two).toEqual({
      parameters: { Stage: "prod" },
      conditions: { IsProd: false },
    });
    expect(assumeParameter(two, "Readers", ["a", "b"])?.parameters).toEqual({
      Stage: "prod",
      Readers: ["a", "b"],
    });
  });

  test("[D42] goes with its last member", () => {
    const both = {
      parameters: { Stage: "prod" },
      conditions: { IsProd: true },
    };
    const one = assumeCondition(both, "IsProd", undefined);
    expect(one).toEqual({ parameters: { Stage: "prod" } });
    expect(assumeParameter(one, "Stage", undefined)).toBeUndefined();
    expect(assumeParameter(undefined, "Stage", undefined)).toBeUndefined();
  });
});
