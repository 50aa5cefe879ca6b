import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const target = kms.Key.fromKeyArn(
  stack,
  "Target",
  "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012",
);
const a = kms.Alias.fromAliasAttributes(stack, "Imported", {
  aliasName: "alias/imported",
  aliasTargetKey: target,
});
a.grantEncrypt(new iam.User(stack, "MyUser"));
a.addAlias("alias/another");
new cdk.CfnOutput(stack, "Arn", { value: a.keyArn });
new cdk.CfnOutput(stack, "Name", { value: a.aliasName });
new cdk.CfnOutput(stack, "Id", { value: a.keyId });
