import { describe, expect, test } from "vitest";

import type { AcceptedFinding, Design } from "../design/design.ts";
import { designWith } from "../samples/parts.ts";
import { exportDesign } from "./export-design.ts";
import type { Exported } from "./exported.ts";
import type { ExportTarget } from "./registry.ts";

const off: AcceptedFinding = {
  id: "off",
  rule: "rotation-off",
  key: "Key",
  reason: "rotated by hand",
};

function designOf(line: "v1" | "v2", construct?: "CfnKey"): Design {
  const key = { id: "Key", ...(construct && { construct }) };
  const design = designWith("Test", "Stack", { keys: [key] });
  return { ...design, cdk: { line }, accepted: [off] };
}

function exported(design: Design, target: ExportTarget): Exported {
  const result = exportDesign(design, target);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe("accepted findings in programs", () => {
  test("[X27] a program writes the metadata, and tells cdk-nag", () => {
    const { text } = exported(designOf("v2"), "cdk-typescript");
    expect(text).toContain('cfnKey.addMetadata("cdk_nag", {');
    expect(text).toContain(
      'cfnKey.addMetadata("checkov", {\n      skip: [\n        {\n          id: "CKV_AWS_7",\n          comment: "rotated by hand",\n',
    );
    expect(text).toContain(
      'cdk.Validations.of(key).acknowledge(\n      { id: "AwsSolutions-KMS5", reason: "rotated by hand" },\n',
    );
  });

  test("[X27] Python says the same", () => {
    const { text } = exported(designOf("v2"), "cdk-python");
    expect(text).toContain('add_metadata(\n            "checkov",');
    expect(text).toContain("cdk.Validations.of(key).acknowledge(\n");
    expect(text).toContain(
      'cdk.Acknowledgment(id="AwsSolutions-KMS5", reason="rotated by hand"),',
    );
  });

  test("[X27] the L1 construct of a key is told itself", () => {
    const { text } = exported(designOf("v2", "CfnKey"), "cdk-typescript");
    expect(text).toContain("cdk.Validations.of(cfnKey).acknowledge(");
  });

  test("[X27] v1 cannot acknowledge, and has the metadata alone", () => {
    const { text } = exported(designOf("v1"), "cdk-v1-typescript");
    expect(text).toContain('.addMetadata("guard", {');
    expect(text).not.toContain("Validations");
  });

  test("[X27] the lines lead to the finding", () => {
    const { text, spans } = exported(designOf("v2"), "cdk-typescript");
    const lines = spans
      .filter(({ from }) => from.some(([list]) => list === "accepted"))
      .map(({ start, end }) => text.slice(start, end));
    expect(lines).toContainEqual(expect.stringMatching(/^cfnKey\.addMetadata/));
    expect(lines).toContainEqual(expect.stringMatching(/^cdk\.Validations/));
  });

  test("[X27] a key policy has no place for it", () => {
    expect(exported(designOf("v2"), "key-policy").text).not.toContain("F19");
  });
});
