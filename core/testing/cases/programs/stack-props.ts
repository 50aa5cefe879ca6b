import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack", {
  stackName: "custom-name",
  description: "desc",
  tags: { a: "b" },
  terminationProtection: true,
});
new kms.Key(stack, "MyKey");
