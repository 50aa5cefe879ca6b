import { describe, expect, test } from "vitest";
import { applyChange } from "../design/apply-change.ts";
import type { Design, Statement } from "../design/design.ts";
import { printPath } from "../problem/problem.ts";
import { designWith } from "../samples/parts.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { checkDesign } from "./check-design.ts";
import { fixesOf } from "./rule.ts";

/** The key policy names the role of the other stack, whose own policy names the key. */
const statement: Statement = {
  effect: "Allow",
  principals: ["MyRole"],
  actions: ["kms:Encrypt"],
  resources: ["*"],
};

const circle: Design = {
  ...designWith("Circle", "KeyStack", {
    principals: [
      { id: "Lambda", kind: "service", service: "lambda.amazonaws.com" },
      {
        id: "MyRole",
        kind: "new-role",
        stack: "UseStack",
        assumedBy: "Lambda",
      },
    ],
    keys: [
      {
        id: "MyKey",
        policy: { mode: "amend", statements: [statement] },
        grants: [{ principal: "MyRole", permission: "decrypt" }],
      },
    ],
  }),
  stacks: [{ id: "KeyStack" }, { id: "UseStack" }],
};

/** Each stack is to be deployed after the other. */
const contradiction: Design = {
  ...designWith("Contradiction", "A", { keys: [{ id: "One" }] }),
  stacks: [
    { id: "A", dependencies: ["B"] },
    { id: "B", dependencies: ["A"] },
  ],
  aliases: [{ id: "Two", stack: "B", name: "alias/two", key: "One" }],
};

function cycles(design: Design) {
  return checkDesign(design).filter(({ code }) =>
    ["stack/cycle", "stack/order"].includes(code),
  );
}

describe("a cycle of stacks", () => {
  test("[C11] is shown as a way, step by step", () => {
    const [problem] = cycles(circle);
    expect(problem?.message).toBe(
      "stacks depend on each other: KeyStack → UseStack → KeyStack",
    );
    expect(
      problem?.steps?.map(({ text, path }) => `${printPath(path)}: ${text}`),
    ).toEqual([
      "keys[0]: `MyKey` of `KeyStack` uses `MyRole` of `UseStack`",
      "principals[1]: `MyRole` of `UseStack` uses `MyKey` of `KeyStack`",
    ]);
  });

  test("[C11] explicit dependencies are steps, too", () => {
    const [problem] = cycles(contradiction);
    expect(problem?.steps?.map(({ path }) => printPath(path))).toEqual([
      "stacks[0].dependencies[0]",
      "stacks[1].dependencies[0]",
    ]);
  });

  test.each([circle, contradiction])(
    "[C11] comes with ways out, each of which ends it (%#)",
    (design) => {
      const ways = cycles(design).flatMap(fixesOf);
      expect(ways.length).toBeGreaterThan(0);
      for (const { change } of ways) {
        const next = applyChange(design, change);
        expect(next.ok && cycles(next.value)).toEqual([]);
        const left = next.ok ? cdkRefusals(next.value) : [];
        // UseStack has nothing but the role.
        expect(left.filter(({ code }) => code !== "stack/empty")).toEqual([]);
      }
    },
  );

  test("[C11] where a grant makes it, a dependency has the key policy name the account", () => {
    const design: Design = {
      ...circle,
      cdk: { line: "v1" },
      keys: circle.keys.map((key) => ({
        ...key,
        policy: { mode: "amend", statements: [] },
      })),
    };
    const titles = cycles(design)
      .flatMap(fixesOf)
      .map(({ title }) => title);
    expect(titles).toEqual([
      "Deploy UseStack after KeyStack",
      "Move MyRole to KeyStack",
    ]);
  });

  test("[C11] the ways out move what has no state, or change what is deployed first", () => {
    expect(
      cycles(circle)
        .flatMap(fixesOf)
        .map(({ title }) => title),
    ).toEqual(["Move MyRole to KeyStack"]);
    expect(
      cycles(contradiction)
        .flatMap(fixesOf)
        .map(({ title }) => title),
    ).toContain("Do not deploy A after B");
  });
});
