import { describe, expect, test } from "vitest";

import { applyChange } from "../../design/apply-change.ts";
import type { Assumptions, Design } from "../../design/design.ts";
import { exportDesign } from "../../export/export-design.ts";
import type { Exported } from "../../export/exported.ts";
import { importFiles } from "../import-text.ts";
import { changeOfKeyPolicyText } from "./key-policy-edit.ts";

const text = `
Parameters:
  Admin: { Type: String }
  Stage: { Type: String, Default: dev }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {} } }
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - Sid: !Sub Admins\${AWS::AccountId}
            Effect: Allow
            Principal: { AWS: !Ref Admin }
            Action: kms:*
            Resource: "*"
          - Fn::If:
              - IsProd
              - Sid: Prod
                Effect: Deny
                Principal: "*"
                Action: kms:ScheduleKeyDeletion
                Resource: "*"
              - !Ref AWS::NoValue
          - Sid: Use
            Effect: Allow
            Principal: { AWS: !GetAtt Role.Arn }
            Action: !If [IsProd, "kms:Decrypt", "kms:*"]
            Resource: "*"
`;

function designWith(assumed?: Assumptions): Design {
  const read = importFiles([{ name: "keys.yaml", text }], "Keys");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { design } = read.value;
  const stacks = design.stacks.map((stack) => ({
    ...stack,
    ...(assumed && { assumed }),
  }));
  return { ...design, stacks };
}

function policyOf(design: Design): Exported {
  const exported = exportDesign(design, "key-policy");
  if (!exported.ok) throw new Error(JSON.stringify(exported.problems));
  return exported.value;
}

function templateOf(design: Design): string {
  const exported = exportDesign(design, "cloudformation-json");
  if (!exported.ok) throw new Error(JSON.stringify(exported.problems));
  return exported.value.text;
}

function statements(of: Exported): readonly Record<string, unknown>[] {
  const { Statement: list } = JSON.parse(of.text) as {
    readonly Statement: readonly Record<string, unknown>[];
  };
  return list;
}

const admin = "arn:aws:iam::111122223333:role/Admin";
const prod: Assumptions = { parameters: { Admin: admin, Stage: "prod" } };

describe("the key policy of an imported key", () => {
  test("[X26] parameters and conditions are what the stack assumes", () => {
    const policy = policyOf(designWith(prod));
    expect(statements(policy)).toMatchObject([
      { Sid: "Admins111122223333", Principal: { AWS: admin } },
      { Sid: "Prod", Effect: "Deny" },
      { Sid: "Use", Action: "kms:Decrypt" },
    ]);
    expect(policy.notes).toEqual(
      expect.arrayContaining([
        "The stack has no account: 111122223333 of AWS's documentation stands for it.",
        "Parameter `Admin` is what the stack assumes.",
        "Condition `IsProd` holds with these values.",
        "Only CloudFormation knows `Role.Arn`: write it in.",
      ]),
    );
  });

  test("[X26] without assumptions defaults hold, and a statement that comes to nothing is left out", () => {
    const policy = policyOf(designWith());
    expect(statements(policy).map(({ Sid: sid }) => sid)).toEqual([
      "Admins111122223333",
      "Use",
    ]);
    expect(statements(policy)[1]).toMatchObject({ Action: "kms:*" });
    expect(policy.notes).toEqual(
      expect.arrayContaining([
        "The default of parameter `Stage` stands for it.",
        "Condition `IsProd` does not hold with these values.",
      ]),
    );
  });

  test("[X26] a condition that the stack assumes is said to be one", () => {
    const policy = policyOf(designWith({ conditions: { IsProd: true } }));
    expect(statements(policy)).toHaveLength(3);
    expect(policy.notes).toContain(
      "Condition `IsProd` holds, as the stack assumes.",
    );
  });

  const lastEnd = '",\n      "Resource": "*"\n    }\n  ]';
  test.each([
    {
      what: "a statement without functions",
      assumed: {},
      from: '"Sid": "Use"',
      to: '"Sid": "Used"',
    },
    {
      what: "a statement that a condition brings",
      assumed: prod,
      from: '"Sid": "Prod"',
      to: '"Sid": "Only"',
    },
    {
      what: "a value that a condition chooses",
      assumed: prod,
      from: '"kms:Decrypt"',
      to: '"kms:Encrypt"',
    },
    {
      what: "the other value",
      assumed: {},
      from: `"Action": "kms:*${lastEnd}`,
      to: `"Action": "kms:List*${lastEnd}`,
    },
  ])(
    "[I21] an edit of $what keeps all functions, and statements that the text does not have",
    ({ assumed, from, to }) => {
      const design = designWith(assumed);
      const written = policyOf(design).text;
      expect(written).toContain(from);
      const edited = changeOfKeyPolicyText(design, {
        key: design.keys[0]?.id ?? "",
        written,
        text: written.replace(from, to),
      });
      if (!edited.ok) throw new Error(JSON.stringify(edited.problems));
      const next = applyChange(design, edited.value.change);
      if (!next.ok) throw new Error(JSON.stringify(next.problems));
      expect(policyOf(next.value).text).toBe(written.replace(from, to));
      const functions = (of: Design) =>
        templateOf(of).match(/"(?:Fn::\w+|Ref)": .*/g);
      expect(functions(next.value)).toEqual(functions(design));
      expect(JSON.parse(templateOf(next.value))).not.toEqual(
        JSON.parse(templateOf(design)),
      );
    },
  );
});
