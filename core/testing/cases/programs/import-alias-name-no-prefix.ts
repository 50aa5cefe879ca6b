import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const a = kms.Alias.fromAliasName(stack, "myKey", "my-key");
new cdk.CfnOutput(stack, "Arn", { value: a.keyArn });
a.grantDecrypt(new iam.User(stack, "MyUser"));
