import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
const p = new kms.ViaServicePrincipal(
  "secretsmanager.us-east-1.amazonaws.com",
  new iam.AccountPrincipal("444455556666"),
);
key.grantDecrypt(p);
key.grant(p, "kms:CreateGrant", "kms:DescribeKey");
