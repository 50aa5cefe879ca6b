import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
kms.Key.fromKeyArn(stack, "K", "1234abcd-12ab-34cd-56ef-1234567890ab");
