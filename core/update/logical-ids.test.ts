import { describe, expect, test } from "vitest";

import type { Json } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import { freeName, namesIn, withNames } from "./logical-ids.ts";

/** What becomes of a property when `Key` is renamed `New`. */
function renamed(property: Json): Json | undefined {
  const { Resources: resources = {} } = withNames(
    { Resources: { Other: { Properties: { P: property } } } },
    new Map([["Key", "New"]]),
  );
  const { Properties: properties } = resources["Other"] ?? {};
  return isJsonObject(properties) ? properties["P"] : undefined;
}

const cases: readonly (readonly [Json, Json])[] = [
  [{ Ref: "Key" }, { Ref: "New" }],
  [{ Ref: "Keys" }, { Ref: "Keys" }],
  [{ "Fn::GetAtt": ["Key", "Arn"] }, { "Fn::GetAtt": ["New", "Arn"] }],
  [{ "Fn::GetAtt": "Key.Arn" }, { "Fn::GetAtt": "New.Arn" }],
  [
    { "Fn::Sub": "${Key} ${Key.Arn} ${!Key} ${Keys}" },
    { "Fn::Sub": "${New} ${New.Arn} ${!Key} ${Keys}" },
  ],
  [
    { "Fn::Sub": ["${Key} ${A}", { A: { Ref: "Key" } }] },
    { "Fn::Sub": ["${New} ${A}", { A: { Ref: "New" } }] },
  ],
  [
    { "Fn::Sub": ["${Key}", { Key: "a" }] },
    { "Fn::Sub": ["${Key}", { Key: "a" }] },
  ],
  [
    { "Fn::If": ["Key", [{ Ref: "Key" }], "Key"] },
    { "Fn::If": ["Key", [{ Ref: "New" }], "Key"] },
  ],
  ["Key", "Key"],
];

describe("logical IDs", () => {
  test.each(cases)("[U16] %j becomes %j", (before, after) => {
    expect(renamed(before)).toEqual(after);
  });

  test("[U16] a resource, what depends on it and outputs are renamed", () => {
    const names = new Map([["Key", "New"]]);
    const template = {
      Resources: {
        Key: { Type: "AWS::KMS::Key" },
        A: { DependsOn: "Key" },
        B: { DependsOn: ["Key", "A"] },
      },
      Outputs: { Key: { Value: { Ref: "Key" } } },
    };
    expect(withNames(template, names)).toEqual({
      Resources: {
        New: { Type: "AWS::KMS::Key" },
        A: { DependsOn: "New" },
        B: { DependsOn: ["New", "A"] },
      },
      Outputs: { Key: { Value: { Ref: "New" } } },
    });
    expect(withNames(template, new Map())).toBe(template);
  });

  test("[U16] the names in a resource are those it depends on", () => {
    expect([
      ...namesIn({
        DependsOn: ["A", "B"],
        Properties: [
          { Ref: "C" },
          { "Fn::GetAtt": ["D", "Arn"] },
          { "Fn::GetAtt": "E.Arn" },
          { "Fn::Sub": "${F} ${G.Arn} ${!H}" },
          { "Fn::Sub": ["${I} ${J}", { J: { Ref: "K" } }] },
        ],
      }),
    ]).toEqual(["A", "B", "C", "D", "E", "F", "G", "I", "K"]);
  });

  test("[U16] a name that is taken gets a number", () => {
    const taken = new Set(["KeyNew", "KeyNew2"]);
    const isTaken = (name: string) => taken.has(name);
    expect(freeName("Other", "New", isTaken)).toBe("OtherNew");
    expect(freeName("Key", "New", isTaken)).toBe("KeyNew3");
  });
});
