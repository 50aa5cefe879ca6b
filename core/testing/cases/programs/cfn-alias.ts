import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
new kms.CfnAlias(stack, "A", {
  aliasName: "alias/raw",
  targetKeyId: "arn:aws:kms:us-west-2:111122223333:key/x",
});
