import { describe, expect, test } from "vitest";
import {
  conditionKeyNames,
  globalConditionKeyNames,
} from "../kms/condition-keys.ts";
import type { JsonObject } from "../problem/json.ts";
import { conditionShort } from "./condition-short.ts";

describe("conditions in a cell", () => {
  test.each<[JsonObject, string]>([
    [{}, ""],
    [
      { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
      "if S3",
    ],
    [{ StringLike: { "KMS:viaservice": ["s3.*.amazonaws.com"] } }, "if S3"],
    [
      { StringEquals: { "kms:ViaService": "lambda.eu-west-1.amazonaws.com" } },
      "if Lambda",
    ],
    [
      { StringEquals: { "kms:ViaService": "sagemaker.x.amazonaws.com" } },
      "if sagem…",
    ],
    [{ StringEquals: { "kms:ViaService": ["s3.a.b", "sqs.a.b"] } }, "if svc"],
    [{ StringLike: { "kms:ViaService": "*" } }, "if svc"],
    [{ StringNotEquals: { "kms:ViaService": "s3.a.b" } }, "not S3"],
    [{ StringEquals: { "aws:PrincipalOrgID": "o-1" } }, "if org"],
    [{ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o" } }, "if org"],
    [{ Bool: { "aws:MultiFactorAuthPresent": "true" } }, "if MFA"],
    [{ BoolIfExists: { "aws:MultiFactorAuthPresent": false } }, "no MFA"],
    [{ Null: { "aws:PrincipalOrgID": "true" } }, "no org"],
    [{ Null: { "aws:PrincipalOrgID": "false" } }, "if org"],
    [{ IpAddress: { "aws:SourceIp": "10.0.0.0/8" } }, "if IP"],
    [{ NotIpAddress: { "aws:SourceIp": "10.0.0.0/8" } }, "not IP"],
    [{ StringEquals: { "aws:SourceVpce": "vpce-1" } }, "if VPC"],
    [{ StringEquals: { "kms:EncryptionContext:app": "x" } }, "if app"],
    [
      { StringEquals: { "kms:EncryptionContext:department": "x" } },
      "if depar…",
    ],
    [
      { "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["app"] } },
      "if app",
    ],
    [
      {
        "ForAllValues:StringEquals": {
          "kms:EncryptionContextKeys": ["a", "b"],
        },
      },
      "if ctx",
    ],
    [{ StringEquals: { "aws:PrincipalTag/team": "x" } }, "if tag"],
    [{ StringEquals: { "kms:CallerAccount": "111122223333" } }, "if acct"],
    [{ Bool: { "kms:GrantIsForAWSResource": true } }, "if grant"],
    [{ StringEquals: { "some:Key": "x" } }, "if 1"],
    [{ Nonsense: { "aws:PrincipalOrgID": "x" } }, "if org"],
    [{ StringEquals: {} }, "if 1"],
    [
      {
        StringEquals: { "kms:ViaService": "s3.a.b", "aws:PrincipalOrgID": "o" },
      },
      "if 2",
    ],
    [{ "Fn::If": ["C", { Bool: { a: true } }, { Bool: { b: true } }] }, "if 1"],
  ])("[W11] %j", (conditions, text) => {
    expect(conditionShort(conditions)).toBe(text);
  });

  test("[W11] no condition key of ours takes more room than a cell has", () => {
    for (const key of [...conditionKeyNames, ...globalConditionKeyNames])
      expect(
        conditionShort({ StringEquals: { [key]: "x" } }).length,
        key,
      ).toBeLessThanOrEqual(9);
  });
});
