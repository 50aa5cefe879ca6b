import { describe, expect, test } from "vitest";
import { importFiles, type Design } from "../../core/index.ts";
import {
  countOfOthers,
  namesInTemplate,
  partsByLogicalId,
} from "./kept-template.ts";

const text = `
Conditions:
  IsProd: !Equals [!Ref "AWS::Region", eu-west-1]
Resources:
  DataKey: { Type: AWS::KMS::Key }
  DataAlias:
    Type: AWS::KMS::Alias
    Properties: { AliasName: alias/data, TargetKeyId: !Ref DataKey }
  Role: { Type: AWS::IAM::Role }
`;

function imported(): Design {
  const read = importFiles([{ name: "keys.yaml", text }], "Keys");
  if (!read.ok) throw new Error("the template is not understood");
  return read.value.design;
}

describe("a template that is kept", () => {
  const design = imported();

  test("has names by section", () => {
    expect(namesInTemplate(design, "keys", "Conditions")).toEqual(["IsProd"]);
    expect(namesInTemplate(design, "keys", "Resources")).toEqual([
      "DataKey",
      "DataAlias",
      "Role",
    ]);
    expect(namesInTemplate(design, "other", "Resources")).toEqual([]);
  });

  test("counts the resources that are no parts of the design", () => {
    expect(design.stacks.map(countOfOthers)).toEqual([1]);
    expect(countOfOthers({ id: "Stack" })).toBe(0);
  });

  test("knows the parts of the design by their logical IDs", () => {
    expect([...partsByLogicalId(design, "keys")]).toEqual([
      ["DataKey", "DataKey"],
      ["DataAlias", "DataAlias"],
    ]);
  });
});
