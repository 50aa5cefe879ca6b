import { describe, expect, test } from "vitest";

import type { Json, JsonObject } from "../problem/json.ts";
import { StackDeployment } from "./deployment.ts";
import type { Stack } from "./design.ts";

function deployment(
  rest: JsonObject,
  stack: Partial<Stack> = {},
): StackDeployment {
  return new StackDeployment(
    { id: "S", template: { rest }, ...stack },
    (name) => `value of ${name}`,
  );
}

const Parameters = {
  Stage: { Type: "String", Default: "prod" },
  Count: { Type: "Number", Default: 2 },
  Admins: { Type: "CommaDelimitedList", Default: "a, b" },
  Image: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/path" },
  Open: { Type: "String" },
};

describe("what is known of the deployment of a stack", () => {
  test.each<[name: string, value: Json | undefined, source: string]>([
    ["Stage", "prod", "default"],
    ["Count", 2, "default"],
    ["Admins", ["a", "b"], "default"],
    ["Image", undefined, "unknown"],
    ["Open", undefined, "unknown"],
  ])("[D45] parameter %s is %j: %s", (name, value, source) => {
    const known = deployment({ Parameters });
    expect(known.ref(name)).toEqual(value);
    expect(known.parameters.get(name)).toBe(source);
  });

  test("[D45] what is assumed goes before a default, where it is one value", () => {
    const parameters = { Stage: "dev", Admins: ["x"], Open: ["y", "z"] };
    const known = deployment({ Parameters }, { assumed: { parameters } });
    expect(known.ref("Stage")).toBe("dev");
    expect(known.ref("Admins")).toEqual(["x"]);
    expect(known.ref("Open")).toBeUndefined();
    expect(Object.fromEntries(known.parameters)).toEqual({
      Stage: "assumed",
      Admins: "assumed",
      Open: "unknown",
    });
  });

  test("[D45] pseudo parameters are what the caller says, other names are not known", () => {
    const known = deployment({});
    expect(known.ref("AWS::Region")).toBe("value of AWS::Region");
    expect([...known.pseudo]).toEqual(["AWS::Region"]);
    expect(known.ref("Elsewhere")).toBeUndefined();
  });

  const isProd = { "Fn::Equals": [{ Ref: "Stage" }, "prod"] };
  const isHere = { "Fn::Equals": [{ Ref: "Elsewhere" }, "here"] };
  const yes = { Condition: "IsProd" };
  const no = { "Fn::Not": [yes] };
  const open = { Condition: "IsHere" };
  test.each<[json: Json, holds: boolean | undefined]>([
    [isProd, true],
    [isHere, undefined],
    [{ "Fn::Equals": [{ Ref: "Count" }, "2"] }, true],
    [{ "Fn::Equals": [{ Ref: "Open" }, ""] }, undefined],
    [{ "Fn::Equals": [{ Ref: "AWS::Region" }, "value of AWS::Region"] }, true],
    [{ "Fn::Equals": [{ "Fn::FindInMap": ["M", "a", "b"] }, "c"] }, true],
    [no, false],
    [{ "Fn::And": [yes, no] }, false],
    [{ "Fn::And": [yes, yes] }, true],
    [{ "Fn::And": [yes, open] }, undefined],
    [{ "Fn::And": [no, open] }, false],
    [{ "Fn::Or": [no, yes] }, true],
    [{ "Fn::Or": [no, no] }, false],
    [{ "Fn::Or": [yes, open] }, true],
    [{ "Fn::Or": [no, open] }, undefined],
    [{ "Fn::Not": [open] }, undefined],
    [{ Condition: "Tested" }, undefined],
    [{ Condition: "Absent" }, undefined],
    [{ "Fn::Odd": [yes] }, undefined],
    ["odd", undefined],
  ])("[D46] condition %j: %j", (json, holds) => {
    const known = deployment({
      Parameters,
      Mappings: { M: { a: { b: "c" } } },
      Conditions: { IsProd: isProd, IsHere: isHere, Tested: json },
    });
    expect(known.condition("Tested")).toBe(holds);
    expect(known.conditions.get("Tested")).toBe(
      holds === undefined ? "unknown" : "follows",
    );
  });

  test("[D46] what is assumed of a condition goes before what follows, also inside others", () => {
    const known = deployment(
      { Parameters, Conditions: { IsProd: isProd, Not: no } },
      { assumed: { conditions: { IsProd: false } } },
    );
    expect(known.condition("Not")).toBe(true);
    expect(Object.fromEntries(known.conditions)).toEqual({
      IsProd: "assumed",
      Not: "follows",
    });
  });
});
