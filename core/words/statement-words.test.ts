import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../problem/json.ts";
import { conditionWords } from "./condition-words.ts";
import { printSentence } from "./sentence.ts";
import { describePolicyStatement } from "./statement-words.ts";

const decrypt = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
  Action: "kms:Decrypt",
  Resource: "*",
} as const;

function said(statement: Json): string {
  return printSentence(describePolicyStatement(statement));
}

/** The sentence of a statement whose rest is the usual one. */
function saidWith(elements: JsonObject): string {
  return said({ ...decrypt, ...elements });
}

/** The sentence from where the principal has been named. */
function saidOfDeny(condition: JsonObject): string {
  return saidWith({ Effect: "Deny", Condition: condition }).replace(
    "role App of account 111122223333 may never decrypt ",
    "",
  );
}

describe("statements as JSON", () => {
  test("[W6] a statement reads as one of a design does, its Sid left out", () => {
    expect(saidWith({ Sid: "S" })).toBe(
      "role App of account 111122223333 may decrypt",
    );
  });

  test.each<[string, JsonObject, string]>([
    ["an unknown element", { Foo: { a: 1 } }, 'Foo {"a":1}'],
    ["a name that is no word", { "a b": 1 }, '"a b" 1'],
    ["an effect there is not", { Effect: "allow" }, 'Effect "allow"'],
    ["an empty list", { NotAction: [] }, "NotAction []"],
    ["a member that is no text", { Action: ["kms:Decrypt", 5] }, "Action [5]"],
    ["conditions that are none", { Condition: "x" }, 'Condition "x"'],
    ["no conditions", { Condition: {} }, "Condition {}"],
    ["a Sid that is no text", { Sid: 1 }, "Sid 1"],
  ])("[W6] %s stands at the end as it is written", (_, elements, text) => {
    expect(saidWith(elements)).toBe(
      `role App of account 111122223333 may decrypt; as written: ${text}`,
    );
  });

  test("[W6] a statement that says nothing says so", () => {
    expect(said({})).toBe(
      "Nobody may do nothing on nothing; as written: no Effect",
    );
  });

  test("[W6] what is no statement is named", () => {
    expect(said(["x"])).toBe('No statement: ["x"]');
    expect(said({ "Fn::If": ["C", {}, {}] })).toBe(
      'No statement: {"Fn::If":["C",{},{}]}',
    );
  });

  test("[W6] an element and its exception are both told", () => {
    expect(
      saidWith({
        NotPrincipal: { AWS: "444455556666" },
        NotAction: "s3:*",
        NotResource: "b",
        Resource: "a",
      }),
    ).toBe(
      "role App of account 111122223333 and everyone except IAM policies of account 444455556666 may decrypt and do everything except s3:* on a and everything except b",
    );
  });

  test("[W4] everything and an action of another service are both told", () => {
    expect(saidWith({ Action: ["kms:*", "s3:GetObject", "Decrypt"] })).toBe(
      'role App of account 111122223333 may do everything, s3:GetObject and "Decrypt"',
    );
  });
});

describe("resources", () => {
  test.each<[JsonObject, string]>([
    [{ Resource: "*" }, ""],
    [{ Resource: ["*"] }, ""],
    [{ Resource: "arn:aws:kms:*:*:key/x" }, " on arn:aws:kms:*:*:key/x"],
    [{ Resource: ["a", "b"] }, " on a and b"],
    [{ Resource: ["a b", "*"] }, ' on "a b" and *'],
    [{ Resource: { Ref: "Key" } }, " on Ref Key"],
  ])("[W5] %j", (elements, text) => {
    expect(saidWith(elements)).toBe(
      `role App of account 111122223333 may decrypt${text}`,
    );
  });

  test("[W5] a Deny is on one or the other, and on all but some", () => {
    const { Resource: _, ...rest } = decrypt;
    const deny = { ...rest, Effect: "Deny" };
    expect(said({ ...deny, Resource: ["a", "b"] })).toMatch(/ on a or b$/);
    expect(said({ ...deny, NotResource: ["a", "b"] })).toMatch(
      / on everything except a and b$/,
    );
    expect(said(deny)).toMatch(/ on nothing$/);
  });
});

describe("principals as JSON", () => {
  const account = "arn:aws:iam::111122223333";
  test.each<[Json, string]>([
    ["*", "Everyone, even unsigned, may"],
    [{ AWS: "*" }, "Everyone may"],
    [
      { AWS: "111122223333" },
      "IAM policies of account 111122223333 may let principals",
    ],
    [
      { AWS: `${account}:root` },
      "IAM policies of account 111122223333 may let principals",
    ],
    [
      { AWS: { Ref: "AWS::AccountId" } },
      "IAM policies of this account may let principals",
    ],
    [
      {
        AWS: {
          "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:root",
        },
      },
      "IAM policies of this account may let principals",
    ],
    [
      {
        AWS: {
          "Fn::Join": [
            "",
            [
              "arn:",
              { Ref: "AWS::Partition" },
              ":iam::",
              { Ref: "AWS::AccountId" },
              ":root",
            ],
          ],
        },
      },
      "IAM policies of this account may let principals",
    ],
    [
      { AWS: "arn:aws-cn:iam::111122223333:root" },
      "IAM policies of account 111122223333 in aws-cn may let principals",
    ],
    [
      { AWS: "arn:${AWS::Partition}:iam::111122223333:root" },
      "IAM policies of account 111122223333 may let principals",
    ],
    [
      { AWS: "arn:aws:iam::${AWS::AccountId}:role/App" },
      "role App of this account may",
    ],
    [
      { AWS: `${account}:user/team/Ann` },
      "user team/Ann of account 111122223333 may",
    ],
    [
      { AWS: "arn:aws:sts::111122223333:assumed-role/App/s1" },
      "session s1 of role App of account 111122223333 may",
    ],
    [
      { AWS: "arn:aws:sts::111122223333:federated-user/bob" },
      "federated user bob of account 111122223333 may",
    ],
    [{ AWS: `${account}:group/Ops` }, `${account}:group/Ops may`],
    [{ AWS: "AROAEXAMPLE" }, "AWS principal AROAEXAMPLE may"],
    [{ AWS: { "Fn::GetAtt": ["Role", "Arn"] } }, "GetAtt Role.Arn may"],
    [{ Service: "s3.amazonaws.com" }, "s3.amazonaws.com may"],
    [{ Service: "*" }, "service * may"],
    [{ Federated: "accounts.google.com" }, "users of accounts.google.com may"],
    [{ CanonicalUser: "79a59d" }, "canonical user 79a59d may"],
    [
      { Service: ["a.amazonaws.com", "b.amazonaws.com"], AWS: "*" },
      "a.amazonaws.com, b.amazonaws.com and Everyone may",
    ],
    [
      { "Fn::If": ["Prod", { AWS: "*" }, { Ref: "AWS::NoValue" }] },
      'principals (if Prod: {"AWS":"*"}) may',
    ],
  ])("[W8] %j", (principal, text) => {
    expect(saidWith({ Principal: principal })).toBe(`${text} decrypt`);
  });

  test.each<[Json, string]>([
    [{}, "Principal {}"],
    [{ AWS: [] }, 'Principal {"AWS":[]}'],
    [{ aws: "*" }, 'Principal {"aws":"*"}'],
    [5, "Principal 5"],
  ])("[W8] %j names nobody", (principal, text) => {
    expect(saidWith({ Principal: principal })).toBe(
      `Nobody may decrypt; as written: ${text}`,
    );
  });

  test("[W8] a parameter is named as one", () => {
    const json = { ...decrypt, Principal: { AWS: { Ref: "Admin" } } };
    expect(
      printSentence(describePolicyStatement(json, new Set(["Admin"]))),
    ).toBe("parameter Admin may decrypt");
  });

  test("[W8] everybody but those named", () => {
    const { Principal: NotPrincipal, ...rest } = decrypt;
    expect(said({ ...rest, NotPrincipal })).toBe(
      "Everyone except role App of account 111122223333 may decrypt",
    );
  });
});

describe("unless", () => {
  test.each<[JsonObject, string]>([
    [{ StringNotEquals: { k: "a" } }, "unless k is a"],
    [{ StringNotEquals: { k: ["a", "b"] } }, "unless k is a or b"],
    [{ StringNotEqualsIfExists: { k: "a" } }, "unless k is a"],
    [{ ArnNotLike: { k: "a*" } }, "unless k is an ARN like a*"],
    [{ NotIpAddress: { k: "10.0.0.0/8" } }, "unless k is in 10.0.0.0/8"],
    [
      { "ForAllValues:StringNotLike": { k: "a" } },
      "unless at least one value of k is like a",
    ],
    [
      { "ForAnyValue:StringNotEquals": { k: ["a", "b"] } },
      "unless every value of k, if any, is a or b",
    ],
  ])("[W7] a Deny with one negated condition: %j", (condition, text) => {
    expect(saidOfDeny(condition)).toBe(text);
  });

  test.each<[JsonObject, string]>([
    [{ StringNotEquals: { k: "a", j: "b" } }, "when k is not a and j is not b"],
    [{ StringNotEquals: { k: [] } }, "when k is not nothing"],
    [{ StringEquals: { k: "a" } }, "when k is a"],
    [{ Bool: { k: "false" } }, "when k is false"],
    [{ Null: { k: "true" } }, "when k is absent"],
    [
      { "ForAnyValue:StringNotEqualsIfExists": { k: "a" } },
      "when at least one value of k is not a, even with IfExists",
    ],
    [
      { StringNotEquals: { "Fn::If": ["C", { k: "a" }, { k: "b" }] } },
      "when (if C: k is not a, else k is not b)",
    ],
  ])("[W7] others say when: %j", (condition, text) => {
    expect(saidOfDeny(condition)).toBe(text);
  });

  test("[W7] an Allow says when", () => {
    expect(saidWith({ Condition: { StringNotEquals: { k: "a" } } })).toMatch(
      / when k is not a$/,
    );
  });
});

describe("comparisons", () => {
  test.each<[JsonObject, string]>([
    [{ Null: { k: ["true", false] } }, "k is absent or present"],
    [{ Null: { k: "yes" } }, "k is absent: yes"],
    [{ Null: { k: [] } }, "k is absent: nothing"],
    [{ Bool: { k: ["TRUE", false] } }, "k is true or false"],
    [{ Bool: { k: "yes" } }, "k is the Boolean yes"],
    [{ StringEquals: { k: "true" } }, 'k is "true"'],
    [{ NumericEquals: { k: [1, "2"] } }, "k equals 1 or 2"],
    [{ NumericGreaterThanEquals: { k: 90 } }, "k is at least 90"],
    [
      { DateLessThan: { k: "2030-01-01T00:00:00Z" } },
      "k is before 2030-01-01T00:00:00Z",
    ],
    [{ StringNotEqualsIfExists: { k: "a" } }, "k is not a, or is absent"],
    [
      { "ForAllValues:StringNotEquals": { k: ["a", "b"] } },
      "no value of k is a or b",
    ],
    [
      { "ForAllValues:StringEqualsIfExists": { k: "a" } },
      "every value of k, if any, is a, or is absent",
    ],
    [
      { "ForAnyValue:StringNotEquals": { k: ["a", "b"] } },
      "at least one value of k is not a nor b",
    ],
    [{ "No such": { k: "a" } }, 'k "No such" a'],
    [{ is: { k: "a" } }, 'k "is" a'],
    [{ NullIfExists: { k: "true" } }, 'k NullIfExists "true"'],
    [{ StringEquals: { k: [] } }, "k is nothing"],
    [{ StringEquals: { k: null } }, "k is null"],
    [{ StringEquals: { k: { a: "b" } } }, 'k is {"a":"b"}'],
    [{ StringEquals: {} }, "(StringEquals {})"],
    [{ StringEquals: "x" }, '(StringEquals "x")'],
    [{ StringEquals: { "a b": "or" } }, '"a b" is "or"'],
    [
      { StringEquals: { a: "1", b: "2" }, Bool: { c: true } },
      "a is 1, b is 2 and c is true",
    ],
  ])("[W2] %j", (conditions, text) => {
    expect(conditionWords(conditions)).toBe(text);
  });
});

describe("values of a template", () => {
  const noValue = { Ref: "AWS::NoValue" };
  test.each<[Json, string]>([
    [{ Ref: "AWS::Region" }, "the Region"],
    [{ Ref: "Org" }, "parameter Org"],
    [{ Ref: "Role" }, "Ref Role"],
    ["Role", "Role"],
    ["${AWS::Region}", "${AWS::Region}"],
    [{ "Fn::Sub": "${AWS::Region}" }, "${AWS::Region}"],
    [{ "Fn::Sub": "${Role}-a" }, "Sub ${Role}-a"],
    ["${Role}-a", "${Role}-a"],
    [
      { "Fn::Join": ["-", [{ "Fn::GetAtt": ["Role", "Arn"] }, "a"]] },
      "Sub ${Role.Arn}-a",
    ],
    [
      { "Fn::Join": ["", ["${aws:username}", { Ref: "A" }]] },
      "Sub ${!aws:username}${A}",
    ],
    [
      { "Fn::Join": [",", { Ref: "List" }] },
      '{"Fn::Join":[",",{"Ref":"List"}]}',
    ],
    [{ "Fn::GetAtt": "Role.Arn" }, "GetAtt Role.Arn"],
    [{ "Fn::ImportValue": "Org" }, "export Org"],
    [{ "Fn::If": ["Prod", "a", noValue] }, "(if Prod: a)"],
    [{ "Fn::If": ["Prod", noValue, ["a", "b"]] }, "(if not Prod: a or b)"],
    [{ "Fn::If": ["Prod", "a", "b"] }, "(if Prod: a, else b)"],
    [{ "Fn::If": ["Prod", "a"] }, '{"Fn::If":["Prod","a"]}'],
    [
      { "Fn::FindInMap": ["M", { Ref: "AWS::Region" }, "k"] },
      "(map M / the Region / k)",
    ],
    [{ "Fn::Select": [0, { Ref: "Org" }] }, "(item 0 of parameter Org)"],
    [{ "Fn::Split": [",", "a"] }, '(a split at ",")'],
    [{ "Fn::Base64": "a" }, '{"Fn::Base64":"a"}'],
    [[{ Ref: "Org" }, "a"], "parameter Org or a"],
  ])("[W9] %j", (value, text) => {
    expect(
      conditionWords({ StringEquals: { k: value } }, new Set(["Org"])),
    ).toBe(`k is ${text}`);
  });

  test("[W9] a choice of conditions names all of them", () => {
    expect(
      conditionWords({
        "Fn::If": [
          "Prod",
          { StringEquals: { a: "1", b: "2" } },
          { Bool: { c: true } },
        ],
      }),
    ).toBe("(if Prod: a is 1 and b is 2, else c is true)");
    expect(conditionWords({ Bool: { "Fn::If": ["Prod", noValue, {}] } })).toBe(
      "(if not Prod: (Bool {}))",
    );
    expect(
      conditionWords({ Bool: { "Fn::If": ["Prod", noValue, noValue] } }),
    ).toBe(
      '(Bool {"Fn::If":["Prod",{"Ref":"AWS::NoValue"},{"Ref":"AWS::NoValue"}]})',
    );
  });
});
