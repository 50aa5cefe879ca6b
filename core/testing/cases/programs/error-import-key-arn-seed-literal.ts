import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const k = kms.Key.fromKeyArn(stack, "K", "arn:aws:...");
k.addAlias("alias/foo");
