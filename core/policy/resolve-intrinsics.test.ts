import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Json } from "../problem/json.ts";
import type { Deployment } from "./resolve-intrinsics.ts";
import { resolveIntrinsics } from "./resolve-intrinsics.ts";

const values: Readonly<Record<string, Json>> = {
  Stage: "prod",
  Count: 2,
  Subnets: ["subnet-1", "subnet-2"],
};
const conditions: Readonly<Record<string, boolean>> = { Yes: true, No: false };
const mappings: Readonly<Record<string, Json>> = {
  Regions: { "us-east-1": { Account: "111122223333" } },
};
const known: Deployment = {
  ref: (name) => (name.startsWith("AWS::") ? `\${${name}}` : values[name]),
  condition: (name) => conditions[name],
  mapping: (name) => mappings[name],
};
const nothing: Deployment = {
  ref: () => undefined,
  condition: () => undefined,
  mapping: () => undefined,
};
const none = { Ref: "AWS::NoValue" };

describe("intrinsic functions with what is known of a deployment", () => {
  test.each<[json: Json, value: Json]>([
    [{ Ref: "Stage" }, "prod"],
    [{ Ref: "Subnets" }, ["subnet-1", "subnet-2"]],
    [{ Ref: "AWS::AccountId" }, "${AWS::AccountId}"],
    [{ "Fn::Sub": "key-${Stage}-${Count}" }, "key-prod-2"],
    [{ "Fn::Sub": "${!Literal} ${ Stage }" }, "${Literal} prod"],
    [{ "Fn::Sub": ["${A}-${Stage}", { A: { Ref: "Count" } }] }, "2-prod"],
    [{ "Fn::Sub": ["${Stage}", { Stage: "own" }] }, "own"],
    [
      { "Fn::Sub": "arn:${AWS::Partition}:iam::1:root" },
      "arn:${AWS::Partition}:iam::1:root",
    ],
    [{ "Fn::Join": [":", ["a", { Ref: "Stage" }]] }, "a:prod"],
    [{ "Fn::Join": [",", { Ref: "Subnets" }] }, "subnet-1,subnet-2"],
    [{ "Fn::Split": ["|", "a||b"] }, ["a", "", "b"]],
    [{ "Fn::Select": ["1", { Ref: "Subnets" }] }, "subnet-2"],
    [{ "Fn::Select": [0, { "Fn::Split": ["-", "x-y"] }] }, "x"],
    [{ "Fn::FindInMap": ["Regions", "us-east-1", "Account"] }, "111122223333"],
    [{ "Fn::If": ["Yes", "a", "b"] }, "a"],
    [{ "Fn::If": ["No", "a", { Ref: "Stage" }] }, "prod"],
    [
      [1, { "Fn::If": ["No", "a", none] }, none, 2],
      [1, 2],
    ],
    [{ a: none, b: { "Fn::If": ["Yes", none, 1] }, c: [none] }, { c: [] }],
    [
      { Ref: "Stage", Other: 1 },
      { Ref: "Stage", Other: 1 },
    ],
  ])("[L7] %j is %j", (json, value) => {
    expect(resolveIntrinsics(json, known)).toEqual(value);
  });

  test.each<[json: Json, value: Json]>([
    [{ Ref: "Bucket" }, { Ref: "Bucket" }],
    [{ "Fn::GetAtt": ["Role", "Arn"] }, { "Fn::GetAtt": ["Role", "Arn"] }],
    [
      { "Fn::Sub": "${Role.Arn} ${Stage}" },
      { "Fn::Sub": "${Role.Arn} ${Stage}" },
    ],
    [
      { "Fn::Join": ["", [{ Ref: "Bucket" }, { Ref: "Stage" }]] },
      { "Fn::Join": ["", [{ Ref: "Bucket" }, "prod"]] },
    ],
    [
      { "Fn::If": ["Unknown", { Ref: "Stage" }, none] },
      { "Fn::If": ["Unknown", "prod", none] },
    ],
    [
      { "Fn::FindInMap": ["Regions", "x", "y"] },
      { "Fn::FindInMap": ["Regions", "x", "y"] },
    ],
    [
      { "Fn::Select": [5, { Ref: "Subnets" }] },
      { "Fn::Select": [5, ["subnet-1", "subnet-2"]] },
    ],
    [
      { "Fn::Split": [":", { Ref: "AWS::Region" }] },
      { "Fn::Split": [":", "${AWS::Region}"] },
    ],
    [{ "Fn::Odd": [{ Ref: "Stage" }] }, { "Fn::Odd": ["prod"] }],
    [{ "Fn::If": "odd" }, { "Fn::If": "odd" }],
    [{ "Fn::Join": 1 }, { "Fn::Join": 1 }],
  ])("[L7] %j is not known, and stays as %j", (json, value) => {
    expect(resolveIntrinsics(json, known)).toEqual(value);
  });

  test("[L7] nothing stands for `AWS::NoValue`", () => {
    expect(resolveIntrinsics(none, known)).toBeUndefined();
    expect(
      resolveIntrinsics({ "Fn::If": ["Yes", none, 1] }, known),
    ).toBeUndefined();
  });

  const name = fc.constantFrom(
    "Ref",
    "Fn::Sub",
    "Fn::If",
    "Fn::Join",
    "Fn::Split",
    "Fn::Select",
    "Fn::FindInMap",
    "a",
  );
  const leaf = fc.constantFrom<Json[]>(
    "Stage",
    "Yes",
    "Regions",
    "${Stage}",
    "${X.Y}",
    "AWS::NoValue",
    0,
    null,
    "",
  );
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaf,
      fc.array(tie("json"), { maxLength: 3 }),
      fc.dictionary(name, tie("json"), { maxKeys: 2 }),
    ),
  }));

  test("[L7] whatever the value, what is known once is known: a second time changes nothing", () => {
    fc.assert(
      fc.property(json, (value) => {
        const once = resolveIntrinsics(value, nothing) ?? null;
        expect(resolveIntrinsics(once, nothing)).toEqual(once);
        expect(() => resolveIntrinsics(value, known)).not.toThrow();
      }),
      { numRuns: 2000, seed: 4 },
    );
  });
});
