import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
cdk.Tags.of(key).add("team", "security");
cdk.Tags.of(key).add("cost-center", "42");
cdk.Tags.of(key).add("aaa", "first");
