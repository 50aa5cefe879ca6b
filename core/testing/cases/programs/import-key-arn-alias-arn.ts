import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const k = kms.Key.fromKeyArn(
  stack,
  "K",
  "arn:aws:kms:us-east-1:111122223333:alias/foo",
);
k.grantEncrypt(new iam.User(stack, "U"));
