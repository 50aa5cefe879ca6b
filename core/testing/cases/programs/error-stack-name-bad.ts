import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
new cdk.Stack(app, "bad_name!");
new kms.Key(stack, "K");
