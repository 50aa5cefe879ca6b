import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack", {
  env: { account: "111122223333", region: "us-east-1" },
});
const p = new cdk.CfnParameter(stack, "P");
kms.Key.fromLookup(stack, "L", { aliasName: p.valueAsString });
