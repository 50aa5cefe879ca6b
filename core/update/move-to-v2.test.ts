import { describe, expect, test } from "vitest";

import type { Design } from "../design/design.ts";
import { samples } from "../samples/registry.ts";
import { settingsOfMode } from "../synth/flags.ts";
import { moveToV2 } from "./move-to-v2.ts";

function inV1(design: Design, mode: "v1" | "v1-flags" = "v1"): Design {
  return { ...design, cdk: settingsOfMode(mode) };
}

describe("from v1 to v2", () => {
  const { design } = samples["symmetric-data-key"];

  test("[U21] a design of v1 is told what v2 changes, with the same flags first and then flag by flag", () => {
    const move = moveToV2(inV1(design));
    expect(move.cdk.line).toBe("v2");
    expect(move.isSame).toBe(false);
    expect(move.updates.map(({ property }) => property)).toContain("KeyPolicy");
    const merged = move.flags.find(
      ({ flag }) => flag === "@aws-cdk/aws-iam:minimizePolicies",
    );
    expect(merged).toMatchObject({ value: true });
    expect(
      move.flags.every(
        ({ isSame, updates }) => !isSame || updates.length === 0,
      ),
    ).toBe(true);
  });

  test("[U21] what the steps say adds up: with no step left the templates are those of a new app", () => {
    const { flags, cdk } = moveToV2(inV1(design));
    const names = new Set(flags.map(({ flag }) => flag));
    const left = Object.keys(cdk.flags ?? {}).filter(
      (name) => !names.has(name),
    );
    expect(left).toEqual([]);
  });
});
