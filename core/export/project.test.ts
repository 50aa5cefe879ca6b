import { describe, expect, test } from "vitest";

import { emptyDesign, newKey } from "../design/defaults.ts";
import type { Design } from "../design/design.ts";
import type { JsonObject } from "../problem/json.ts";
import { exportDesign } from "./export-design.ts";
import type { Exported } from "./exported.ts";
import type { ExportTarget } from "./registry.ts";

const empty = emptyDesign("Data keys");
const design: Design = { ...empty, keys: [{ ...newKey(empty), id: "Key" }] };

/** The design with a template around its key. */
function kept(rest: JsonObject): Design {
  const stacks = design.stacks.map((stack) => ({
    ...stack,
    template: { rest },
  }));
  return { ...design, stacks };
}

function projectOf(of: Design, target: ExportTarget): Exported {
  const exported = exportDesign(of, target, { project: true });
  if (!exported.ok) throw new Error(JSON.stringify(exported.problems));
  return exported.value;
}

function filesOf({
  companions = [],
}: Exported): Readonly<Record<string, string>> {
  return Object.fromEntries(
    companions.map(({ fileName, text }) => [fileName, text]),
  );
}

function included(of: Design): unknown {
  const text = filesOf(projectOf(of, "cdk-typescript"))[
    "templates/KeyStack.json"
  ];
  return text === undefined ? undefined : JSON.parse(text);
}

describe("the files of a project", () => {
  test.each([
    ["cdk-typescript", "app.ts", ["package.json", "tsconfig.json"]],
    ["cdk-v1-typescript", "app.ts", ["package.json", "tsconfig.json"]],
    ["cdk-python", "app.py", ["requirements.txt"]],
    ["cdk-v1-python", "app.py", ["requirements.txt"]],
  ] as const)(
    "[X24] %s has all that it builds with",
    (target, main, others) => {
      const exported = projectOf(design, target);
      expect(exported.fileName).toBe(main);
      expect(Object.keys(filesOf(exported))).toEqual([
        ...others,
        "cdk.json",
        ".gitignore",
      ]);
      const app = main.endsWith(".ts") ? "npx tsx app.ts" : "python3 app.py";
      expect(JSON.parse(filesOf(exported)["cdk.json"] ?? "")).toMatchObject({
        app,
      });
    },
  );

  test("[X24] packages have exact versions, and v1 those that the program uses", () => {
    expect(
      JSON.parse(
        filesOf(projectOf(design, "cdk-typescript"))["package.json"] ?? "",
      ),
    ).toMatchObject({
      name: "data-keys",
      dependencies: { "aws-cdk-lib": "2.276.0", constructs: "10.8.1" },
    });
    expect(
      JSON.parse(
        filesOf(projectOf(design, "cdk-v1-typescript"))["package.json"] ?? "",
      ),
    ).toMatchObject({
      dependencies: {
        "@aws-cdk/aws-kms": "1.204.0",
        "@aws-cdk/core": "1.204.0",
      },
    });
    expect(
      filesOf(projectOf(design, "cdk-v1-python"))["requirements.txt"],
    ).toBe("aws-cdk.aws-kms==1.204.0\naws-cdk.core==1.204.0\n");
  });

  test.each([
    ["cloudformation-yaml", {}],
    ["cdk-typescript", { fragment: true }],
  ] as const)("[X24] %s with %j is no project", (target, options) => {
    const exported = exportDesign(design, target, {
      ...options,
      project: true,
    });
    expect(exported).toMatchObject({
      ok: false,
      problems: [{ code: "export/option" }],
    });
  });
});

describe("the rest of a template in a project", () => {
  const queue = { Type: "AWS::SQS::Queue" };
  const topic = (of: string) => ({
    Type: "AWS::SNS::Topic",
    Properties: { KmsMasterKeyId: { Ref: of } },
  });

  test("[X25] what needs no key stands in a file that the program includes", () => {
    const rest = {
      Description: "Ours",
      Parameters: { Who: { Type: "String" } },
      Resources: { Key: null, Queue: queue },
      Outputs: { Queue: { Value: { Ref: "Queue" } } },
    };
    expect(included(kept(rest))).toEqual({
      ...rest,
      Resources: { Queue: queue },
    });
    const { text } = projectOf(kept(rest), "cdk-typescript");
    expect(text).toContain('templateFile: "templates/KeyStack.json"');
    expect(text).not.toContain("AWS::SQS::Queue");
    expect(text).not.toContain("getParameter");
  });

  test("[X25] what needs a key stays in the program, and so does what needs that", () => {
    const rest = {
      Resources: {
        Key: null,
        Topic: topic("Key"),
        Other: { ...queue, DependsOn: "Topic" },
        Third: {
          ...queue,
          Properties: { QueueName: { "Fn::Sub": "${Other}" } },
        },
        Queue: queue,
      },
      Outputs: { Topic: { Value: { Ref: "Topic" } } },
    };
    expect(included(kept(rest))).toEqual({ Resources: { Queue: queue } });
    const { text } = projectOf(kept(rest), "cdk-typescript");
    for (const name of ["Topic", "Other", "Third"])
      expect(text).toContain(`new cdk.CfnResource(this, "${name}"`);
    expect(text).toContain('new cdk.CfnOutput(this, "Topic"');
  });

  test.each([
    ["a function", { ...queue, Properties: { Tags: { "Fn::ForEach": [] } } }],
    ["an attribute", { ...queue, Odd: true }],
    ["a name", topic("Elsewhere")],
  ])(
    "[X25] %s that CfnInclude does not know keeps a resource in the program",
    (_, odd) => {
      const rest = { Resources: { Odd: odd, Queue: queue } };
      expect(included(kept(rest))).toEqual({ Resources: { Queue: queue } });
    },
  );

  test("[X25] a program of v1 has it all in its text", () => {
    const rest = { Resources: { Key: null, Queue: queue } };
    const exported = projectOf(kept(rest), "cdk-v1-typescript");
    expect(exported.text).toContain("AWS::SQS::Queue");
    expect(Object.keys(filesOf(exported))).not.toContain(
      "templates/KeyStack.json",
    );
  });

  test("[X25] the file takes no construct ID that is taken", () => {
    const rest = { Resources: { Template: queue, Key: null } };
    const { text } = projectOf(kept(rest), "cdk-typescript");
    expect(text).toContain('CfnInclude(this, "TemplateRest"');
  });
});
