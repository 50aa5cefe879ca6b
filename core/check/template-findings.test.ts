import { describe, expect, test } from "vitest";

import { importFiles } from "../import/import-text.ts";
import type { Design } from "../design/design.ts";
import { templateFiles } from "../testing/template-files.ts";
import { checkDesign } from "./check-design.ts";

function opened(name: string): Design {
  const files = templateFiles.filter((file) => file.name === name);
  const read = importFiles(files, "Test");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.design;
}

function codes(design: Design): readonly string[] {
  return checkDesign(design).map(({ code }) => code);
}

describe("findings of an imported template", () => {
  test("[C12] what a template names of a key that has gone is told, what it never had is not", () => {
    const design = opened("every-tag.yaml");
    expect(codes(design)).not.toContain("template-reference");
    const gone: Design = { ...design, keys: [], aliases: [] };
    expect(checkDesign(gone)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          code: "template-reference",
          path: ["stacks", 0, "template", "rest", "Outputs", "KeyArn"],
        }),
      ]),
    );
    expect(codes(opened("sam.yaml"))).not.toContain("template-reference");
  });

  test("[C13] a setting that is not written is not found fault with", () => {
    expect(codes(opened("serverless.yml"))).not.toContain(
      "replaced-without-statements",
    );
    const [key, ...others] = opened("incomplete.yaml").keys;
    const design = opened("incomplete.yaml");
    expect(codes(design)).toContain("key/rotation-not-of-spec");
    expect(key?.kind).toBe("defined");
    const overridden: Design = {
      ...design,
      keys: design.keys.map((one) =>
        one.kind === "defined" && one.id === key?.id
          ? {
              ...one,
              overrides: { Properties: { EnableKeyRotation: { Ref: "R" } } },
            }
          : one,
      ),
    };
    expect(codes(overridden)).not.toContain("key/rotation-not-of-spec");
    expect(others).toHaveLength(1);
  });

  test("[C14] a replica of a primary that is elsewhere is in no Region twice", () => {
    expect(codes(opened("tabs.json"))).not.toContain("replica-region");
  });
});
