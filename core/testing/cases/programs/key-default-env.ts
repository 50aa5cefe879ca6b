import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack", {
  env: { account: "111122223333", region: "us-east-1" },
});
new kms.Key(stack, "MyKey");
