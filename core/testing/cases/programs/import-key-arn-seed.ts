import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const myKeyImported = kms.Key.fromKeyArn(
  stack,
  "MyImportedKey",
  "arn:aws:kms:us-east-1:012345678910:key/12345678-1234-1234-1234-123456789012",
);
myKeyImported.addAlias("alias/foo");
