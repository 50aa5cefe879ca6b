import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
const role = iam.Role.fromRoleArn(
  stack,
  "Imported",
  "arn:aws:iam::111122223333:role/MyRole",
);
key.grantEncrypt(role);
key.grantDecrypt(role);
