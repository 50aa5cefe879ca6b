import { describe, expect, test } from "vitest";
import type { Json } from "../problem/json.ts";
import { keptSections, namesIn } from "./kept-sections.ts";

function named(member: Json): readonly string[] {
  return [...namesIn(member)];
}

describe("what is kept of a template", () => {
  test("[D43] is listed by section, with names and types", () => {
    const rest = {
      Transform: "AWS::Serverless-2016-10-31",
      Parameters: { Stage: { Type: "String" } },
      Conditions: { IsProd: { "Fn::Equals": [{ Ref: "Stage" }, "prod"] } },
      Resources: { Key: null, Role: { Type: "AWS::IAM::Role" } },
    };
    expect(
      keptSections({ rest }).map(({ name, members }) => [
        name,
        ...members.map((member) => [member.name, member.type]),
      ]),
    ).toEqual([
      ["Transform"],
      ["Parameters", ["Stage", "String"]],
      ["Conditions", ["IsProd", undefined]],
      ["Resources", ["Role", "AWS::IAM::Role"]],
    ]);
  });

  test("[D43] has no resources where all are in the design", () => {
    expect(keptSections({ rest: { Resources: { Key: null } } })).toEqual([]);
  });
});

describe("the logical IDs that a resource names", () => {
  test("[D44] are those of references and attributes", () => {
    expect(
      named({
        Properties: {
          KmsKeyId: { Ref: "Key" },
          Arns: [{ "Fn::GetAtt": ["Other", "Arn"] }, { "Fn::GetAtt": "Third" }],
          Long: { "Fn::Join": ["", [{ "Fn::GetAtt": "Fourth.Arn" }]] },
        },
      }),
    ).toEqual(["Key", "Other", "Third", "Fourth"]);
  });

  test("[D44] are those in a text, less its own variables and what is escaped", () => {
    expect(
      named({
        "Fn::Sub": [
          "${Key.Arn} ${Own} ${!Escaped} ${AWS::Region}",
          { Own: { Ref: "Other" } },
        ],
      }),
    ).toEqual(["Key", "AWS::Region", "Other"]);
  });

  test("[D44] are those that it is created after", () => {
    expect(named({ DependsOn: "Key" })).toEqual(["Key"]);
    expect(named({ DependsOn: ["Key", "Other"] })).toEqual(["Key", "Other"]);
  });

  test("[D44] are none in plain values", () => {
    expect(named({ Properties: { Name: "Key", List: ["Key", 1] } })).toEqual(
      [],
    );
    expect(named("Key")).toEqual([]);
  });
});
