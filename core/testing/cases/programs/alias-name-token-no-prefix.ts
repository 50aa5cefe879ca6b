import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const p = new cdk.CfnParameter(stack, "Name");
new kms.Alias(stack, "Alias", {
  aliasName: p.valueAsString,
  targetKey: new kms.Key(stack, "MyKey"),
});
