import { describe, expect, test } from "vitest";

import type { DefinedKey, Design, Grant } from "../design/design.ts";
import type { Result } from "../problem/problem.ts";
import { exportDesign } from "./export-design.ts";
import type { Exported, ExportOptions } from "./exported.ts";
import type { ExportTarget } from "./registry.ts";

const key: DefinedKey = {
  id: "DataKey",
  kind: "defined",
  stack: "KeyStack",
  aliases: ["data"],
  tags: [],
  administrators: [],
  policy: { mode: "amend", statements: [] },
};

const decrypt: Grant = { principal: "Worker", permission: "decrypt" };

const plainStacks = [{ id: "KeyStack" }, { id: "UseStack" }];

/** A role of the second stack, the later one, decrypts with the key of the first. */
const base: Design = {
  keywright: 1,
  name: "Two stacks",
  cdk: { line: "v2" },
  stacks: [
    { id: "UseStack", dependencies: ["KeyStack"] },
    { id: "KeyStack", region: "eu-west-1", name: "keys" },
  ],
  principals: [
    { id: "lambda", kind: "service", service: "lambda.amazonaws.com" },
    { id: "Partner", kind: "account", account: "444455556666" },
    {
      id: "Worker",
      kind: "new-role",
      stack: "UseStack",
      assumedBy: "lambda",
    },
  ],
  keys: [{ ...key, grants: [decrypt] }],
};

function withKey(parts: Partial<DefinedKey>, design = base): Design {
  return { ...design, keys: [{ ...key, ...parts }] };
}

function inV1(design: Design): Design {
  return { ...design, cdk: { line: "v1" } };
}

function valueOf(result: Result<Exported>): Exported {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function textOf(
  design: Design,
  target: ExportTarget,
  options: ExportOptions = {},
): string {
  return valueOf(exportDesign(design, target, options)).text;
}

function codesOf(result: Result<Exported>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

describe("programs of several stacks", () => {
  test("[X21] TypeScript: a class for each stack, and what one has for another is passed in", () => {
    expect(textOf(base, "cdk-typescript")).toBe(
      `import * as cdk from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as kms from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

export class KeyStack extends cdk.Stack {
  public readonly dataKey: kms.Key;

  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    this.dataKey = new kms.Key(this, "DataKey", {
      alias: "data",
    });
  }
}

export interface UseStackProps extends cdk.StackProps {
  readonly dataKey: kms.IKey;
}

export class UseStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: UseStackProps) {
    super(scope, id, props);

    this.addStackDependency(cdk.Stack.of(props.dataKey));

    const worker = new iam.Role(this, "Worker", {
      assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com"),
    });

    props.dataKey.grantDecrypt(worker);
  }
}

const app = new cdk.App();
const keyStack = new KeyStack(app, "KeyStack", {
  env: { region: "eu-west-1" },
  stackName: "keys",
});
new UseStack(app, "UseStack", {
  dataKey: keyStack.dataKey,
});
`,
    );
  });

  test("[X21] Python: the same in its idiom", () => {
    expect(textOf(base, "cdk-python")).toBe(
      `import aws_cdk as cdk
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from constructs import Construct


class KeyStack(cdk.Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        self.data_key = kms.Key(self, "DataKey", alias="data")


class UseStack(cdk.Stack):
    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        data_key: kms.IKey,
        **kwargs,
    ) -> None:
        super().__init__(scope, construct_id, **kwargs)

        self.add_stack_dependency(cdk.Stack.of(data_key))

        worker = iam.Role(
            self, "Worker", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com")
        )

        data_key.grant_decrypt(worker)


app = cdk.App()
key_stack = KeyStack(
    app,
    "KeyStack",
    env=cdk.Environment(region="eu-west-1"),
    stack_name="keys",
)
UseStack(app, "UseStack", data_key=key_stack.data_key)
app.synth()
`,
    );
  });

  test("[X21] v1 has packages, a type of constructs and a name for dependencies of its own", () => {
    const typeScript = textOf(inV1(base), "cdk-v1-typescript");
    expect(typeScript).toMatch(
      /^import \* as cdk from "@aws-cdk\/core";\nimport \* as iam from "@aws-cdk\/aws-iam";/,
    );
    expect(typeScript).toContain("constructor(scope: cdk.Construct, id:");
    expect(typeScript).toContain("this.addDependency(cdk.Stack.of(");
    const python = textOf(inV1(base), "cdk-v1-python");
    expect(python).toMatch(
      /^from aws_cdk import aws_iam as iam\nfrom aws_cdk import aws_kms as kms\nfrom aws_cdk import core as cdk\n/,
    );
    expect(python).toContain("scope: cdk.Construct,");
    expect(python).toContain("self.add_dependency(cdk.Stack.of(data_key))");
  });

  test("[X21] a dependency that no grant looks at is the app's", () => {
    const design = withKey({ grants: [] });
    const text = textOf(
      {
        ...design,
        keys: [
          ...design.keys,
          { ...key, id: "Other", stack: "UseStack", aliases: [] },
        ],
      },
      "cdk-typescript",
    );
    expect(text).not.toContain("this.addStackDependency");
    expect(text.trimEnd()).toMatch(
      /\nconst useStack = new UseStack\(app, "UseStack"\);\nuseStack\.addStackDependency\(keyStack\);$/,
    );
  });

  test("[X21] what names a principal of a later stack stands in that stack, with the one object of a principal", () => {
    const allow = (...principals: readonly string[]) => ({
      effect: "Allow" as const,
      principals,
      actions: ["kms:Sign"],
      resources: ["*"],
    });
    const statements = [allow("Partner"), allow("Worker", "Partner")];
    const text = textOf(
      {
        ...withKey({ policy: { mode: "amend", statements } }),
        stacks: plainStacks,
      },
      "cdk-typescript",
    );
    expect(text).toContain(
      'this.partner = new iam.AccountPrincipal("444455556666");',
    );
    expect(text).toContain("principals: [this.partner],");
    expect(text).toContain("principals: [worker, props.partner],");
    expect(text).toContain("  partner: keyStack.partner,");
  });

  test("[X21] grantAdmin is a method of the class of a key only", () => {
    const grants = [{ ...decrypt, permission: "admin" as const }];
    expect(textOf(withKey({ grants }), "cdk-typescript")).toContain(
      "readonly dataKey: kms.Key;\n}",
    );
  });

  test("[X21] a parameter is a value in texts, wherever they stand", () => {
    const design: Design = {
      ...withKey({ description: "for ${Stage}" }),
      stacks: [
        {
          id: "KeyStack",
          parameters: [{ id: "Stage", default: "prod" }],
        },
        {
          id: "UseStack",
          outputs: [{ id: "Out", value: { text: "${Stage}, ${Other}" } }],
        },
      ],
    };
    const text = textOf(design, "cdk-typescript");
    expect(text).toContain("description: `for ${this.stage.valueAsString}`");
    expect(text).toContain("value: `${props.stage.valueAsString}, \\${Other}`");
    expect(textOf(design, "cdk-python")).toContain(
      'value=f"{stage.value_as_string}, ${{Other}}"',
    );
  });

  test("[X21] an alias that an output names is a variable", () => {
    const design: Design = {
      ...withKey({}),
      stacks: [
        {
          id: "KeyStack",
          outputs: [
            { id: "Alias", value: { key: "DataKey", attribute: "alias-name" } },
          ],
        },
      ],
      principals: [],
    };
    expect(textOf(design, "cdk-python", { fragment: true })).toBe(
      `data_key = kms.Key(self, "DataKey")
data_key_alias = data_key.add_alias("data")

cdk.CfnOutput(self, "Alias", value=data_key_alias.alias_name)
`,
    );
  });

  test("[X21] a disabled statement is not in the program", () => {
    const statements = [{ effect: "Deny" as const, disabled: true }];
    expect(
      textOf(
        withKey({ policy: { mode: "amend", statements } }),
        "cdk-typescript",
      ),
    ).not.toContain("PolicyStatement");
  });

  test("[X21] names that stacks have already are not given to what they hand out", () => {
    const design = JSON.parse(
      JSON.stringify(base).replaceAll("DataKey", "tags"),
    ) as Design;
    expect(textOf(design, "cdk-typescript")).toContain(
      "public readonly tags2: kms.Key;",
    );
    expect(textOf(design, "cdk-python")).toContain("self.tags_2 = kms.Key(");
  });

  test("[X21] a fragment is of one stack, and says what has to be passed in", () => {
    expect(
      codesOf(exportDesign(base, "cdk-typescript", { fragment: true })),
    ).toEqual(["export/several-stacks"]);
    const of = (target: ExportTarget) =>
      valueOf(
        exportDesign(base, target, { fragment: true, stack: "UseStack" }),
      );
    expect(of("cdk-typescript").text).toContain(
      "props.dataKey.grantDecrypt(worker);",
    );
    expect(of("cdk-typescript").notes).toEqual([
      "Paste into the constructor of a stack, where cdk and iam are imported from aws-cdk-lib.",
      "`props.dataKey` comes from KeyStack and has to be passed in.",
    ]);
    expect(of("cdk-python").notes).toContain(
      "`data_key` comes from KeyStack and has to be passed in.",
    );
    const options = { fragment: true, stack: "KeyStack" };
    expect(textOf(base, "cdk-typescript", options)).toBe(
      'new kms.Key(this, "DataKey", {\n  alias: "data",\n});\n',
    );
  });
});

describe("what a program is for and what it needs", () => {
  test("[X22] a program for another line has the flags as far as the line knows them", () => {
    const { text, companions } = valueOf(
      exportDesign(base, "cdk-v1-typescript"),
    );
    expect(text).toContain('from "@aws-cdk/aws-kms"');
    expect(JSON.parse(companions?.[0]?.text ?? "")).toMatchObject({
      context: {
        "@aws-cdk/aws-kms:defaultKeyPolicies": true,
        "@aws-cdk/aws-iam:minimizePolicies": true,
      },
    });
    const python = valueOf(exportDesign(inV1(base), "cdk-python"));
    expect(python.text).toContain("import aws_cdk as cdk");
    expect(JSON.parse(python.companions?.[0]?.text ?? "")).toMatchObject({
      context: {
        "@aws-cdk/aws-iam:minimizePolicies": false,
        "@aws-cdk/core:defaultCrossStackReferences": "strong",
      },
    });
  });

  test("[X22] a program for another line says so, and whether the templates are the same", () => {
    const alone: Design = { ...base, stacks: [{ id: "S" }], principals: [] };
    const design: Design = { ...alone, keys: [{ ...key, stack: "S" }] };
    const notes = (of: Design) =>
      valueOf(exportDesign(of, "cdk-v1-python")).notes;
    expect(notes(design)).toEqual([
      "The design is for CDK v2. This program is for v1 and makes the same templates.",
    ]);
    expect(notes(base)).toEqual([
      "The design is for CDK v2. This program is for v1, and its templates differ: choose CDK v1 in the design's settings to see them.",
    ]);
    expect(notes(inV1(base))).toEqual([]);
  });

  test("[X22] what another line cannot do is refused with its reason", () => {
    const design: Design = {
      ...base,
      keys: base.keys.map((one) => ({ ...one, multiRegion: true })),
    };
    const result = exportDesign(design, "cdk-v1-python");
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([
      ["keys", 0, "multiRegion"],
    ]);
    expect(codesOf(result)).toEqual(
      codesOf(exportDesign(inV1(design), "cdk-v1-python")),
    );
  });

  test("[X22] a program with the flags of a new app needs no file beside it", () => {
    expect(valueOf(exportDesign(base, "cdk-typescript")).companions).toEqual(
      [],
    );
  });

  test("[X22] other flags come in a cdk.json that names all that matter", () => {
    const flags = { "@aws-cdk/aws-iam:minimizePolicies": false };
    const design: Design = { ...base, cdk: { line: "v2", flags } };
    const [file] = valueOf(exportDesign(design, "cdk-python")).companions ?? [];
    expect(file?.fileName).toBe("cdk.json");
    expect(JSON.parse(file?.text ?? "")).toMatchObject({
      app: "python3 app.py",
      context: {
        "@aws-cdk/aws-iam:minimizePolicies": false,
        "@aws-cdk/aws-kms:aliasNameRef": true,
        "@aws-cdk/core:defaultCrossStackReferences": "weak",
      },
    });
  });

  test("[X22] what was looked up comes in cdk.context.json", () => {
    const design: Design = {
      ...base,
      stacks: [{ id: "S", account: "111122223333", region: "eu-west-1" }],
      principals: [],
      keys: [
        { ...key, stack: "S" },
        {
          id: "Found",
          kind: "looked-up",
          stack: "S",
          alias: "alias/found",
          keyId: "1234abcd-12ab-34cd-56ef-1234567890ab",
          aliases: [],
        },
      ],
    };
    const { companions } = valueOf(exportDesign(design, "cdk-typescript"));
    expect(companions).toEqual([
      {
        fileName: "cdk.context.json",
        text: `{
  "key-provider:account=111122223333:aliasName=alias/found:region=eu-west-1": {
    "keyId": "1234abcd-12ab-34cd-56ef-1234567890ab"
  }
}
`,
      },
    ]);
  });

  test("[X22] a template is of one stack, a program of all", () => {
    expect(codesOf(exportDesign(base, "cloudformation-json"))).toEqual([
      "export/several-stacks",
    ]);
    const options = { stack: "KeyStack" };
    expect(exportDesign(base, "cloudformation-json", options).ok).toBe(true);
    expect(textOf(base, "cdk-typescript", options)).toBe(
      textOf(base, "cdk-typescript"),
    );
  });
});

describe("key policies that name other resources", () => {
  const statements = [
    {
      effect: "Allow" as const,
      principals: ["Worker"],
      actions: ["kms:Sign"],
      resources: ["*"],
    },
  ];
  const policy = { mode: "amend", statements } as const;
  const design: Design = {
    ...withKey({ policy }),
    stacks: [
      { id: "KeyStack" },
      { id: "UseStack", account: "444455556666", region: "eu-west-1" },
    ],
  };
  const policyOf = (one: Design) => valueOf(exportDesign(one, "key-policy"));

  test("[X12] a role that CloudFormation names is called by its id, which is said", () => {
    const { text, notes } = policyOf({ ...design, stacks: plainStacks });
    expect(text).toContain('"arn:aws:iam::111122223333:role/Worker"');
    expect(notes).toContain(
      "CloudFormation names the role `Worker`: write its name in.",
    );
  });

  test("[X12] a role with a name of its own has to be there first", () => {
    const principals = base.principals.map((one) =>
      one.kind === "new-role" ? { ...one, physicalName: { name: "w" } } : one,
    );
    const { text, notes } = policyOf({ ...design, principals });
    expect(text).toContain('"arn:aws:iam::444455556666:role/w"');
    expect(notes).toContain("The role `Worker` has to be there first.");
  });

  test("[X12] a parameter is its default, or is left to be written in", () => {
    const sid = (value?: string): Design => ({
      ...withKey({
        policy: {
          mode: "amend",
          statements: [
            {
              ...statements[0],
              effect: "Allow",
              sid: "in${Stage}",
              principals: ["Partner"],
            },
          ],
        },
      }),
      stacks: [
        {
          id: "KeyStack",
          parameters: [
            { id: "Stage", ...(value !== undefined && { default: value }) },
          ],
        },
      ],
      principals: base.principals.slice(0, 2),
    });
    expect(policyOf(sid("prod")).text).toContain('"Sid": "inprod"');
    expect(policyOf(sid("prod")).notes).toContain(
      "The default of parameter `Stage` stands for it.",
    );
    expect(policyOf(sid()).text).toContain('"Sid": "in${Stage}"');
    expect(policyOf(sid()).notes).toContain(
      "Parameter `Stage` has no default: write its value in.",
    );
  });

  test("[X9] only a key that the design creates has a policy", () => {
    const imported: Design = {
      ...design,
      stacks: plainStacks,
      keys: [
        ...design.keys,
        {
          id: "Old",
          kind: "imported",
          stack: "UseStack",
          arn: "arn:aws:kms:eu-west-1:444455556666:key/old",
          aliases: ["old"],
        },
      ],
    };
    expect(
      codesOf(exportDesign(imported, "key-policy", { key: "Old" })),
    ).toEqual(["export/no-policy"]);
    expect(exportDesign(imported, "key-policy").ok).toBe(true);
    expect(
      codesOf(
        exportDesign(
          { ...imported, keys: imported.keys.slice(1) },
          "key-policy",
        ),
      ),
    ).toContain("export/no-policy");
  });
});
