import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
const alias = key.addAlias("alias/foo");
new cdk.CfnOutput(stack, "KeyArn", { value: key.keyArn });
new cdk.CfnOutput(stack, "KeyId", { value: key.keyId });
new cdk.CfnOutput(stack, "AliasName", { value: alias.aliasName });
new cdk.CfnOutput(stack, "AliasArn", { value: alias.keyArn });
new cdk.CfnOutput(stack, "AliasKeyId", { value: alias.keyId });
new cdk.CfnOutput(stack, "TargetArn", { value: alias.aliasTargetKey.keyArn });
