import { describe, expect, test } from "vitest";
import { kmsActionNames } from "../kms/actions.ts";
import { conditionKeyNames } from "../kms/condition-keys.ts";
import { keysOf } from "../kms/keys-of.ts";
import { servicePrincipals } from "../kms/service-principals.ts";
import { templateResources } from "../kms/template-properties.ts";
import type { AssistLanguage } from "./place-at.ts";
import { suggestionsAt, type Suggestion } from "./suggestions-at.ts";

/** A text without its mark, and what is suggested there. */
function suggested(marked: string, language: AssistLanguage) {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  return { text, offset, ...suggestionsAt(text, offset, language) };
}

function labels(marked: string, language: AssistLanguage = "yaml"): string[] {
  return suggested(marked, language).items.map(({ label }) => label);
}

/** The text when a suggestion was accepted, with the mark where the cursor is then. */
function accepted(
  marked: string,
  label: string,
  language: AssistLanguage = "yaml",
): string {
  const { text, from, to, items } = suggested(marked, language);
  const item = items.find((one) => one.label === label);
  if (item === undefined) return `${label} is not suggested`;
  const { insert, caret = insert.length } = item;
  const written = `${insert.slice(0, caret)}|${insert.slice(caret)}`;
  return `${text.slice(0, from)}${written}${text.slice(to)}`;
}

function offered(marked: string, label: string, language: AssistLanguage) {
  return suggested(marked, language).items.find(
    (item): item is Suggestion => item.label === label,
  );
}

/** A template of a key with these properties, indented by six. */
function keyWith(properties: string): string {
  return `Parameters:
  Admin:
    Type: String
Conditions:
  IsProd: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  Role:
    Type: AWS::IAM::Role
  Key:
    Type: AWS::KMS::Key
    Properties:
${properties}`;
}

/** A template of a key with a policy of one statement, its members indented by twelve. */
function statementWith(members: string): string {
  return keyWith(`      KeyPolicy:
        Statement:
          - Sid: Use
            Effect: Allow
${members}`);
}

function policyWith(members: string): string {
  return `{"Version": "2012-10-17", "Statement": [{"Sid": "Use", ${members}}]}`;
}

const patterns = [
  "kms:*",
  "kms:Describe*",
  "kms:GenerateDataKey*",
  "kms:ReEncrypt*",
];

describe("actions", () => {
  test.each([
    "            Action: |",
    "            Action: km|",
    "            Action:\n              |",
    "            Action:\n              - |",
    "            NotAction: [|]",
    "            Action: ['km|']",
  ])("[A2] every action and pattern is offered at %j", (members) => {
    expect(labels(statementWith(members)).toSorted()).toEqual(
      [...kmsActionNames, ...patterns].toSorted(),
    );
  });

  test("[A2] those of the list are not offered again, but the one under the cursor is", () => {
    const list =
      "            Action:\n              - kms:Sign\n              - kms:Ver|ify\n";
    expect(labels(statementWith(list))).not.toContain("kms:Sign");
    expect(labels(statementWith(list))).toContain("kms:Verify");
    const json = policyWith('"Action": ["kms:Sign", "|"]');
    expect(labels(json, "json")).not.toContain("kms:Sign");
  });

  test("[A2] those without an effect in a key policy come behind the others", () => {
    const all = labels(policyWith('"Action": |'), "json");
    expect(all.indexOf("kms:CreateKey")).toBeGreaterThan(
      all.indexOf("kms:DescribeKey"),
    );
  });

  test("[A2] the policy of a role is completed as well, without principals", () => {
    const role = (members: string) => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: Use
          PolicyDocument:
            Statement:
              - ${members}`;
    expect(labels(role("Action: |"))).toContain("kms:Decrypt");
    expect(labels(role("|"))).toContain("Action");
    expect(labels(role("|"))).not.toContain("Principal");
  });
});

describe("conditions", () => {
  test("[A3] operators stand first, keys in them", () => {
    const operators = labels(
      statementWith("            Condition:\n              |"),
    );
    expect(operators[0]).toBe("StringEquals");
    expect(operators).toContain("ForAnyValue:StringLike");
    expect(operators).toContain("BoolIfExists");
    expect(operators).not.toContain("NullIfExists");
    const keys = labels(
      policyWith('"Condition": {"StringEquals": {"|"}}'),
      "json",
    );
    expect(keys).toContain("kms:ViaService");
    expect(keys).toContain("aws:PrincipalOrgID");
  });

  test("[A3] every condition key that works in a key policy is offered, deprecated ones are not", () => {
    const keys = new Set(
      labels(policyWith('"Condition": {"StringEquals": {|}}'), "json"),
    );
    expect(conditionKeyNames.filter((name) => !keys.has(name))).toEqual([
      "kms:CustomerMasterKeySpec",
      "kms:CustomerMasterKeyUsage",
      "kms:ResourceAliases",
    ]);
  });

  test("[A3] those come first that the operator compares and the actions carry", () => {
    const keys = labels(
      policyWith('"Action": ["kms:CreateGrant"], "Condition": {"Bool": {|}}'),
      "json",
    );
    expect(keys[0]).toBe("kms:GrantIsForAWSResource");
    expect(keys.indexOf("kms:MultiRegion")).toBeLessThan(
      keys.indexOf("kms:ReEncryptOnSameKey"),
    );
    expect(keys.indexOf("kms:ReEncryptOnSameKey")).toBeLessThan(
      keys.indexOf("kms:CallerAccount"),
    );
    const sets = labels(
      policyWith(
        '"Action": "kms:CreateGrant", "Condition": {"ForAllValues:StringEquals": {|}}',
      ),
      "json",
    );
    expect(sets.slice(0, 2)).toEqual([
      "kms:EncryptionContextKeys",
      "kms:GrantOperations",
    ]);
  });

  test.each([
    ["Bool", "kms:GrantIsForAWSResource", ["true", "false"]],
    ["Null", "kms:ViaService", ["true", "false"]],
    ["StringEquals", "kms:MultiRegionKeyType", ["PRIMARY", "REPLICA"]],
    ["StringEquals", "kms:messagetype", ["RAW", "DIGEST", "EXTERNAL_MU"]],
    ["NumericEquals", "kms:RotationPeriodInDays", []],
    ["StringEquals", "kms:Unknown", []],
  ])("[A3] the values of %s %s are %j", (operator, key, values) => {
    const json = `"Condition": {"${operator}": {"${key}": |}}`;
    expect(labels(policyWith(json), "json")).toEqual(values);
  });

  test("[A3] a service that makes the call has the Region of the stack, any, or one that the text has", () => {
    const yaml = (operator: string) =>
      statementWith(
        `            Condition:\n              ${operator}:\n                kms:ViaService: |`,
      );
    expect(labels(yaml("StringEquals"))).toContain(
      "s3.${AWS::Region}.amazonaws.com",
    );
    expect(labels(yaml("StringLike"))).toContain("s3.*.amazonaws.com");
    const json = (more: string) =>
      policyWith(
        `"Resource": "${more}", "Condition": {"StringEquals": {"kms:ViaService": ["|"]}}`,
      );
    expect(labels(json("*"), "json")).toContain("s3.us-east-1.amazonaws.com");
    expect(
      labels(json("arn:aws:kms:ap-south-2:111122223333:*"), "json"),
    ).toContain("s3.ap-south-2.amazonaws.com");
  });

  test("[A3] Regions and services are offered where a key stands for them", () => {
    const values = (key: string) =>
      labels(
        policyWith(`"Condition": {"StringEquals": {"${key}": |}}`),
        "json",
      );
    expect(values("kms:ReplicaRegion")).toContain("eu-central-1");
    expect(values("kms:GranteeServicePrincipal")).toContain("s3.amazonaws.com");
  });
});

describe("principals", () => {
  test("[A4] the types of principals, and everybody", () => {
    expect(
      labels(statementWith("            Principal:\n              |")),
    ).toEqual(["*", "AWS", "Service", "Federated", "CanonicalUser"]);
    expect(labels(policyWith('"Principal": {|}'), "json")).toEqual([
      "AWS",
      "Service",
      "Federated",
      "CanonicalUser",
    ]);
  });

  test("[A4] every service of the table", () => {
    expect(
      labels(policyWith('"Principal": {"Service": ["|"]}'), "json"),
    ).toEqual(keysOf(servicePrincipals));
  });

  test("[A4] in a template, the account of the stack and the identities that it creates", () => {
    const yaml = statementWith("            Principal:\n              AWS: |");
    expect(labels(yaml)).toEqual([
      "arn:${AWS::Partition}:iam::${AWS::AccountId}:root",
      "Role.Arn",
      "*",
    ]);
    expect(accepted(yaml, "Role.Arn")).toMatch(/AWS: !GetAtt Role\.Arn\|$/);
    const json = `{"Resources": {"K": {"Type": "AWS::KMS::Key", "Properties": {"KeyPolicy": {"Statement": {"Principal": {"AWS": |}}}}}}}`;
    expect(
      accepted(
        json,
        "arn:${AWS::Partition}:iam::${AWS::AccountId}:root",
        "json",
      ),
    ).toContain(
      '"AWS": {"Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"}|}',
    );
  });

  test("[A4] in a plain policy, the roots of the accounts and the identities that the text names", () => {
    const json = policyWith(
      '"Principal": {"AWS": ["arn:aws-cn:iam::444455556666:role/Admin", "|"]}',
    );
    expect(labels(json, "json")).toEqual([
      "arn:aws-cn:iam::444455556666:root",
      "*",
    ]);
    const other = json
      .replace("]}", ']}}, {"Principal": {"AWS": |}')
      .replace('"|"', '""');
    expect(labels(other, "json")).toContain(
      "arn:aws-cn:iam::444455556666:role/Admin",
    );
    expect(labels(policyWith('"Principal": {"AWS": |}'), "json")).toEqual([
      "arn:aws:iam::111122223333:root",
      "*",
    ]);
  });
});

describe("statements", () => {
  test("[A5] the elements that are not there, nor their opposites", () => {
    expect(
      labels(statementWith("            Action: kms:Sign\n            |")),
    ).toEqual([
      "Principal",
      "NotPrincipal",
      "Resource",
      "NotResource",
      "Condition",
    ]);
    // What stands behind the cursor is there as well.
    expect(
      labels(policyWith('|, "Action": "kms:Sign", "NotPrincipal": {}'), "json"),
    ).toEqual(["Effect", "Resource", "NotResource", "Condition"]);
  });

  test("[A5] effects, the whole key, and the parts of the document", () => {
    expect(labels(policyWith('"Effect": |'), "json")).toEqual([
      "Allow",
      "Deny",
    ]);
    expect(labels(statementWith("            Resource: |"))).toEqual(["*"]);
    expect(labels('{"Statement": [], |}', "json")).toEqual(["Version", "Id"]);
    expect(labels('{"Statement": [], "Version": "|"}', "json")).toEqual([
      "2012-10-17",
      "2008-10-17",
    ]);
  });

  test("[A5] a new statement begins with a dash", () => {
    expect(accepted(statementWith("          |"), "Sid")).toMatch(
      /\n {10}- Sid: \|$/,
    );
    expect(accepted(statementWith("          - |"), "Condition")).toMatch(
      /\n {10}- Condition:\n {14}\|$/,
    );
  });
});

describe("templates", () => {
  test("[A6] sections, and what a resource has besides its properties", () => {
    expect(labels("Resources:\n  A: {}\n|")).toContain("Outputs");
    expect(labels("Resources:\n  A: {}\n|")).not.toContain("Resources");
    expect(labels("Resources:\n  Key:\n    |\n    Type: X")).toEqual([
      "Properties",
      "DeletionPolicy",
      "UpdateReplacePolicy",
      "Condition",
      "DependsOn",
      "Metadata",
    ]);
  });

  test.each([
    ["Type: |", ["AWS::KMS::Key", "AWS::KMS::Alias", "AWS::KMS::ReplicaKey"]],
    ["DeletionPolicy: |", ["Delete", "Retain", "RetainExceptOnCreate"]],
    ["UpdateReplacePolicy: |", ["Delete", "Retain"]],
    ["Condition: |", ["IsProd"]],
    ["DependsOn: |", ["Role", "Key", "Other"]],
    ["Metadata: |", []],
  ])("[A6] the values of %s are %j", (member, values) => {
    expect(labels(`${keyWith("")}\n  Other:\n    ${member}`)).toEqual(values);
  });

  test.each(keysOf(templateResources))(
    "[A6] %s has its properties, those that are not there yet",
    (type) => {
      const names = Object.keys(templateResources[type].properties);
      const [first = "", ...others] = names;
      const yaml = `Resources:\n  One:\n    Properties:\n      ${first}: x\n      |\n    Type: ${type}\n`;
      expect(labels(yaml)).toEqual(others);
      const json = `{"Resources": {"One": {"Properties": {"${first}": 1, |}, "Type": "${type}"}}}`;
      expect(labels(json, "json")).toEqual(others);
    },
  );

  test("[A6] values of properties, and the range of numbers", () => {
    expect(labels(keyWith("      KeySpec: |"))).toContain("ML_DSA_65");
    expect(labels(keyWith("      KeyUsage: |"))).not.toContain(
      "ENCAPSULATE_DECAPSULATE",
    );
    expect(labels(keyWith("      Origin: |"))).toEqual(["AWS_KMS", "EXTERNAL"]);
    expect(labels(keyWith("      MultiRegion: |"))).toEqual(["true", "false"]);
    const days = offered(keyWith("      PendingWindowInDays: |"), "30", "yaml");
    expect(days).toMatchObject({ insert: "30", detail: "7 to 30" });
    const name = offered(keyWith("      |"), "RotationPeriodInDays", "yaml");
    expect(name?.detail).toBe("number, 90 to 2560");
  });

  test("[A6] aliases and replicas name the keys of the template", () => {
    const alias = `${keyWith("      Enabled: true")}
  Alias:
    Type: AWS::KMS::Alias
    Properties:
      TargetKeyId: |`;
    expect(labels(alias)).toEqual(["Key"]);
    expect(accepted(alias, "Key")).toMatch(/TargetKeyId: !Ref Key\|$/);
  });

  test("[A6] nothing is offered where the names are a person's own", () => {
    expect(labels("Resources:\n  |")).toEqual([]);
    expect(labels("Parameters:\n  |")).toEqual([]);
    expect(labels(keyWith("      Description: |"))).toEqual([]);
    expect(
      labels(
        "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      |",
      ),
    ).toEqual([]);
  });
});

describe("functions", () => {
  test("[A7] tags in YAML, long names in JSON", () => {
    expect(labels(keyWith("      Description: !|")).slice(0, 3)).toEqual([
      "!Ref",
      "!GetAtt",
      "!Sub",
    ]);
    expect(accepted(keyWith("      Description: !S|"), "!Sub")).toMatch(
      /Description: !Sub \|$/,
    );
    const json =
      '{"Resources": {"K": {"Type": "AWS::KMS::Key", "Properties": {"Description": {|}}}}}';
    expect(labels(json, "json")).toContain("Fn::Sub");
    expect(accepted(json, "Fn::Sub", "json")).toContain('{"Fn::Sub": "|"}');
  });

  test("[A7] a plain policy has none", () => {
    expect(labels(policyWith('"Principal": {"AWS": {|}}'), "json")).toEqual([]);
    expect(labels(policyWith('"Resource": "${|"'), "json")).toEqual([]);
  });

  test.each([
    ["Description: !Ref |", ["Admin", "Role", "Key", "AWS::AccountId"]],
    ["Description: !GetAtt |", ["Role.Arn", "Key.Arn", "Key.KeyId"]],
    ["Description: !GetAtt [|]", ["Role", "Key"]],
    ["Description: !GetAtt [Key, |]", ["Arn", "KeyId"]],
    ["Description: !If [|, a, b]", ["IsProd"]],
    ["EnableKeyRotation: !If [IsProd, |, false]", ["true", "false"]],
    ["KeySpec: !If\n        - |", ["IsProd"]],
    [
      "KeySpec: !If\n        - IsProd\n        - |",
      ["SYMMETRIC_DEFAULT", "RSA_2048"],
    ],
    ["Description: !Sub '${|}'", ["Admin", "Role", "Key", "AWS::AccountId"]],
    ["Description: !Sub |-\n        of ${AWS::R|", ["Admin", "Role", "Key"]],
  ])("[A7] %j is completed with %j", (property, first) => {
    // The bar of a block is no cursor.
    const [text, end = ""] = keyWith(`      ${property}`).split(/\|(?!-)/);
    expect(
      labels(`${text?.replaceAll("|-", ">-")}|${end}`).slice(0, first.length),
    ).toEqual(first);
  });

  test("[A7] a variable is closed, once", () => {
    expect(
      accepted(keyWith("      Description: !Sub ${AWS::Re|"), "AWS::Region"),
    ).toMatch(/!Sub \$\{AWS::Region\}\|$/);
    expect(
      accepted(keyWith("      Description: !Sub '${|}.'"), "AWS::Region"),
    ).toMatch(/!Sub '\$\{AWS::Region\|\}\.'$/);
    expect(labels(keyWith("      Description: '${|}'"))).toEqual([]);
  });

  test("[A7] a whole statement can depend on a condition", () => {
    const yaml = statementWith(
      "          - !If\n            - IsProd\n            - |",
    );
    expect(labels(yaml)).toContain("Effect");
    const json =
      '{"Resources": {"K": {"Type": "AWS::KMS::Key", "Properties": {"KeyPolicy": {"Statement": [{|}]}}}}}';
    expect(labels(json, "json")).toContain("Fn::If");
    expect(labels(json, "json")).not.toContain("Fn::Sub");
  });
});

describe("what is written", () => {
  test.each([
    ["Action: |", "kms:Sign", "Action: kms:Sign|"],
    ["Action: kms:|", "kms:Sign", "Action: kms:Sign|"],
    ["Action: Si|", "kms:Sign", "Action: kms:Sign|"],
    ["Action: 'kms:|'", "kms:Sign", "Action: 'kms:Sign'|"],
    ["Action: [kms:|]", "kms:Sign", "Action: [kms:Sign|]"],
    [
      'Action: ["kms:|, kms:Verify]',
      "kms:Sign",
      'Action: ["kms:Sign"|, kms:Verify]',
    ],
    [
      "Action:\n              |",
      "kms:Sign",
      "Action:\n              - kms:Sign|",
    ],
    [
      "Action:\n              - kms:|",
      "kms:Sign",
      "Action:\n              - kms:Sign|",
    ],
    [
      "Action:\n              - kms:Sign\n              |",
      "kms:Verify",
      "Action:\n              - kms:Sign\n              - kms:Verify|",
    ],
    ["Act|", "Action", "Action:\n              - |"],
    ["Res|", "Resource", "Resource: |"],
    ["Resource: |", "*", 'Resource: "*"|'],
    ["|", "Condition", "Condition:\n              |"],
    ["'Cond|': {}", "Condition", "'Condition'|: {}"],
    ["Condition: {|}", "Bool", "Condition: {Bool: {|}}"],
    [
      "Condition:\n              Bool:\n                aws:|",
      "aws:SecureTransport",
      "Condition:\n              Bool:\n                aws:SecureTransport: |",
    ],
    [
      "Condition:\n              StringEquals:\n                |",
      "aws:PrincipalTag/${TagKey}",
      "Condition:\n              StringEquals:\n                aws:PrincipalTag/|: ",
    ],
    [
      "Principal: {AWS: |}",
      "arn:${AWS::Partition}:iam::${AWS::AccountId}:root",
      'Principal: {AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"|}',
    ],
    [
      "Principal:\n              AWS: !Sub |",
      "arn:${AWS::Partition}:iam::${AWS::AccountId}:root",
      "Principal:\n              AWS: !Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:root|",
    ],
  ])("[A8] in YAML, %j with %s is %j", (members, label, result) => {
    const indent = "            ";
    expect(accepted(statementWith(`${indent}${members}`), label)).toBe(
      statementWith(`${indent}${result}`),
    );
  });

  test.each([
    ['"Effect": |', "Deny", '"Effect": "Deny"|'],
    ['"Effect":|', "Deny", '"Effect": "Deny"|'],
    ['"Effect": "|"', "Deny", '"Effect": "Deny"|'],
    ['"Effect": "De|', "Deny", '"Effect": "Deny"|'],
    [
      '"Effect": "De|,\n "Action": "*"',
      "Deny",
      '"Effect": "Deny"|,\n "Action": "*"',
    ],
    ["|", "Effect", '"Effect": |'],
    ['"Eff|', "Effect", '"Effect": |'],
    ['"Eff|"', "Effect", '"Effect": |'],
    ['"Eff|": "Allow"', "Effect", '"Effect"|: "Allow"'],
    ['|\n"Action": "*"', "Effect", '"Effect": |,\n"Action": "*"'],
    ["|", "Action", '"Action": [|]'],
    ["|", "Condition", '"Condition": {|}'],
    ['"Action": [|]', "kms:Sign", '"Action": ["kms:Sign"|]'],
    ['"Action": ["kms:Sign", |]', "kms:*", '"Action": ["kms:Sign", "kms:*"|]'],
    ['"Action": ["|, "kms:Sign"]', "kms:*", '"Action": ["kms:*"|, "kms:Sign"]'],
    [
      '"Action": [\n"kms:|\n"kms:Sign"]',
      "kms:*",
      '"Action": [\n"kms:*",|\n"kms:Sign"]',
    ],
    ['"Action": [kms:|]', "kms:*", '"Action": ["kms:*"|]'],
    [
      '"Condition": {"StringEquals": {"|"}}',
      "aws:PrincipalTag/${TagKey}",
      '"Condition": {"StringEquals": {"aws:PrincipalTag/|": ""}}',
    ],
  ])("[A8] in JSON, %j with %s is %j", (members, label, result) => {
    expect(accepted(policyWith(members), label, "json")).toBe(
      policyWith(result),
    );
  });

  test("[A8] properties that are no text stand without quotes", () => {
    const json = (value: string) =>
      `{"Resources": {"K": {"Type": "AWS::KMS::Key", "Properties": {"Enabled": ${value}}}}}`;
    expect(accepted(json("|"), "true", "json")).toBe(json("true|"));
    expect(accepted(json('"tr|"'), "true", "json")).toBe(json("true|"));
  });

  test("[A8] every suggestion has what it means and who says so", () => {
    const { items } = suggested(policyWith('"Action": |'), "json");
    const sign = items.find(({ label }) => label === "kms:Sign");
    expect(sign).toEqual({
      label: "kms:Sign",
      insert: '"kms:Sign"',
      kind: "action",
      detail: "Sign and verify",
      documentation:
        "Sign a message or its digest. Source: Service authorization data, iam-data 0.21.202609261.",
    });
    const texts = items.map(({ documentation }) => documentation);
    expect(
      texts.filter((text) => !/^[A-Z].*\. Source: [A-Z].*\.$/.test(text)),
    ).toEqual([]);
  });
});

describe("places without suggestions", () => {
  test.each([
    statementWith("            # Action: |"),
    // The cursor is in the column of the names.
    statementWith("#           |"),
    statementWith("            Action: kms:Sign # kms:|"),
    statementWith("            Action: [kms:Sign, # kms:|\n              ]"),
    statementWith("            Effect: Allow |"),
    statementWith("            Effect: Allow\n              |"),
    statementWith("            Sid: |"),
    statementWith("            Condition: |\n              StringEquals: {}"),
    keyWith("      Description: >-\n        kms:|"),
    statementWith("     |       Action: kms:Sign"),
    "---|\nResources: {}",
  ])("[A11] nothing is offered at %j", (marked) => {
    expect(labels(marked)).toEqual([]);
  });

  test.each([
    '{"Statement": []|}',
    '{"Statement"|: []}',
    '{"Statement": []}|',
    "|",
    '"|"',
    '{"Statement": [{"Sid": "|"}]}',
  ])("[A11] nothing is offered at %s of JSON", (marked) => {
    expect(labels(marked, "json")).toEqual([]);
  });
});

describe("texts that are being written", () => {
  test("[A12] a quote, a bracket or a comma that is missing does not hide where the cursor is", () => {
    const json = (piece: string) =>
      `{"Statement": [{"Action": ${piece}, "Effect": "Deny"}]}`;
    expect(labels(json('["kms:|, "kms:Sign"]'), "json")).not.toContain(
      "kms:Sign",
    );
    expect(labels(json('["kms:Sign" "|'), "json")).toContain("kms:Verify");
    expect(labels('{"Statement": [{"Effect": "Deny"\n"Act|', "json")).toContain(
      "Action",
    );
    expect(
      labels(
        statementWith(
          "            Action: [kms:Sign, |\n            Resource: '*'",
        ),
      ),
    ).toContain("kms:Verify");
    expect(
      labels(
        statementWith(
          "            Action: [kms:Sign, kms:Verify\n            |\n            Resource: '*'",
        ),
      ),
    ).toContain("Principal");
  });

  test("[A12] a first name may be typed above those that follow", () => {
    const yaml = statementWith(
      "            Condition:\n              Bo|\n              StringEquals: {}",
    );
    expect(labels(yaml)).toContain("Bool");
    expect(labels(yaml)).not.toContain("StringEquals");
  });

  test("[A12] lists may begin in the column of their name", () => {
    const yaml = `Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
        - Effect: Allow
          Action:
          - kms:|
        - Effect: Deny
`;
    expect(labels(yaml)).toContain("kms:Sign");
    expect(
      labels(yaml.replace("- kms:|", "- kms:Sign\n          |")),
    ).toContain("Principal");
  });

  test("[A12] line ends of Windows are no part of a word", () => {
    const yaml = statementWith(
      "            Action: kms:|\n            Resource: '*'",
    ).replaceAll("\n", "\r\n");
    const { from, to, offset } = suggested(yaml, "yaml");
    expect([from - offset, to - offset]).toEqual([-4, 0]);
  });
});
