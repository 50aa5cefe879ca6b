import { describe, expect, test } from "vitest";
import { kmsActionNames } from "../kms/actions.ts";
import {
  conditionKeyNames,
  globalConditionKeyNames,
} from "../kms/condition-keys.ts";
import { meaningAt } from "./meaning-at.ts";
import type { AssistLanguage } from "./place-at.ts";

/** What is said of the word at the mark, with the word itself. */
function meaningOf(marked: string, language: AssistLanguage) {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const found = meaningAt(text, offset, language);
  return found && { ...found, word: text.slice(found.start, found.end) };
}

function said(marked: string, language: AssistLanguage = "yaml"): string {
  const { word, title, text } = meaningOf(marked, language) ?? {
    word: "",
    title: "",
    text: "",
  };
  return word === title ? `${word}: ${text}` : `${word} is ${title}: ${text}`;
}

/** A statement of a key's policy, its members indented by twelve. */
function statementWith(members: string): string {
  return `Parameters:
  Admin: {Type: String}
Resources:
  Key:
    Type: AWS::KMS::Key
    DeletionPolicy: Retain
    Properties:
      EnableKeyRotation: true
      KeySpec: RSA_2048
      Tags:
        - Key: Stage
          Value: prod
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
${members}
`;
}

/** The same with the mark in front of the last letter of the first such word. */
function markedAt(text: string, word: string): string {
  const end = text.indexOf(word) + word.length - 1;
  return `${text.slice(0, end)}|${text.slice(end)}`;
}

describe("the meaning of a word", () => {
  test.each([
    ["EnableKeyRotation", /^EnableKeyRotation: Whether AWS KMS rotates/],
    ["RSA_2048", /^RSA_2048: RSA key pair of 2048 bits\./],
    ["AWS::KMS::Key", /^AWS::KMS::Key: A KMS key;/],
    ["DeletionPolicy", /^DeletionPolicy: What becomes of the resource/],
    ["Retain", /^Retain: The resource stays/],
    ["KeyPolicy", /^KeyPolicy: Who may do what with the key/],
    ["Version", /^Version: Version of the policy language/],
    ["2012-10-17", /^2012-10-17: The current version/],
    ["Effect", /^Effect: Whether the statement allows or denies\./],
    ["Allow", /^Allow: Allows it/],
    ["Tags", /^Tags: Tags of the key/],
    ["- Key", /^Key: Name of the tag\./],
    ["Resources", /^Resources: What the stack creates/],
    ["Action", /^Action: What the statement is about/],
    ["kms:Decrypt", /^kms:Decrypt: Decrypt data and data keys\./],
    [
      "kms:describe*",
      /^kms:describe\*: Covers kms:DescribeKey, kms:DescribeCustomKeyStores\./,
    ],
    ["Service:", /^Service: AWS services/],
    [
      "logs.amazonaws.com",
      /^logs\.amazonaws\.com: Amazon CloudWatch Logs, by itself\./,
    ],
    ["!Sub", /^!Sub: A text with the values/],
    [
      "arn:${",
      /^arn:\$\{AWS::Partition\}:iam::\$\{AWS::AccountId\}:root: The account itself/,
    ],
    [
      "AWS::AccountId",
      /^AWS::AccountId: ID of the account that the stack is in\./,
    ],
    ["Admin]", /^Admin: The parameter Admin of this template\./],
    ["Key.Arn", /^Key\.Arn: ARN of the key\./],
    [
      "ForAnyValue:StringLikeIfExists",
      /^ForAnyValue:StringLikeIfExists: Any value of the condition key is like one of the values\. Or the request does not have the key\./,
    ],
    [
      "kms:EncryptionContext:app",
      /^kms:EncryptionContext:app: Value of one pair of the encryption context\./,
    ],
    ["KMS:viaservice", /^KMS:viaservice: AWS service that makes the call/],
    [
      "s3.eu-west-1.amazonaws.com",
      /^s3\.eu-west-1\.amazonaws\.com: Through Amazon Simple Storage Service/,
    ],
    [
      "aws:SecureTransport",
      /^aws:SecureTransport: The request came over TLS\./,
    ],
  ])("[A9] of %s", (word, expected) => {
    const text =
      statementWith(`            Action: [kms:Decrypt, "kms:describe*"]
            Principal:
              Service: logs.amazonaws.com
              AWS: [!Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root", !Ref Admin]
              Federated: !GetAtt Key.Arn
            Condition:
              ForAnyValue:StringLikeIfExists:
                kms:EncryptionContext:app: x
                KMS:viaservice: s3.eu-west-1.amazonaws.com
              Bool:
                aws:SecureTransport: true`);
    expect(said(markedAt(text, word))).toMatch(expected);
  });

  test("[A9] in JSON, quotes are no part of the word", () => {
    expect(
      said('{"Statement": [{"Action": ["kms:|ReEncrypt*"]}]}', "json"),
    ).toBe("kms:ReEncrypt*: Covers kms:ReEncryptFrom, kms:ReEncryptTo.");
    expect(
      said('{"Statement": [{"Condition": {"StringEq|uals": {}}}]}', "json"),
    ).toBe("StringEquals: The condition key is one of the values.");
    expect(
      said(
        '{"Resources": {"K": {"Type": "AWS::KMS::Key", "Properties": {"Description": {"Fn::Jo|in": []}}}}}',
        "json",
      ),
    ).toMatch(/^Fn::Join: Texts put together/);
  });

  test("[A9] a pattern says what it covers, however much that is", () => {
    const covers = (pattern: string) =>
      said(`{"Statement": [{"Action": "|${pattern}"}]}`, "json");
    expect(covers("kms:*")).toBe(
      `kms:*: Covers all ${kmsActionNames.length} actions of AWS KMS.`,
    );
    expect(covers("kms:G*")).toMatch(
      /Covers (?:kms:G\w+,? ){8}and \d+ more\.$/,
    );
    expect(covers("kms:Nothing*")).toBe(": ");
  });

  test("[A9] every action and condition key has a meaning with a source", () => {
    const silent = [
      ...kmsActionNames.map(
        (name) => `{"Statement": [{"Action": "|${name}"}]}`,
      ),
      ...[...conditionKeyNames, ...globalConditionKeyNames].map(
        (name) =>
          `{"Statement": [{"Condition": {"StringLike": {"|${name.replace(/\$\{\w+\}/, "x")}": "y"}}}]}`,
      ),
    ].filter((marked) => {
      const found = meaningOf(marked, "json");
      return !found?.text.endsWith(".") || found.source === "";
    });
    expect(silent).toEqual([]);
  });

  test("[A9] the source is named, with a link to its page", () => {
    const source = (marked: string) => {
      const found = meaningOf(marked, "json");
      return [found?.source, found?.link];
    };
    expect(
      source(
        '{"Statement": [{"Condition": {"StringEquals": {"kms:|ViaService": ""}}}]}',
      ),
    ).toEqual([
      "AWS KMS Developer Guide, condition keys",
      "https://docs.aws.amazon.com/kms/latest/developerguide/policy-conditions.html",
    ]);
    expect(
      source('{"Resources": {"K": {"Type": "AWS::KMS::|Alias"}}}'),
    ).toEqual([
      "AWS CloudFormation Template Reference, AWS::KMS::Alias",
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-alias.html",
    ]);
    // The services have a page each.
    expect(
      source(
        '{"Statement": [{"Principal": {"Service": "|sns.amazonaws.com"}}]}',
      )[1],
    ).toBeUndefined();
  });

  test.each([
    statementWith("            # kms:Dec|rypt"),
    statementWith("            Sid: Enable|KeyRotation"),
    statementWith("            Sid: RSA|"),
    statementWith("            Action: s3:Get|Object"),
    statementWith("            Action:  | kms:Decrypt"),
    "Resources:\n  EnableKey|Rotation: {}",
    "Parameters:\n  Enabled:\n    Descr|iption: x",
  ])("[A9] nothing is said at %j", (marked) => {
    expect(meaningOf(marked, "yaml")).toBeUndefined();
  });
});
