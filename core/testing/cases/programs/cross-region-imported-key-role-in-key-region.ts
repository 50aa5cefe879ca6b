import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "test-stack", {
  env: { account: "111122223333", region: "us-west-2" },
});
const key = kms.Key.fromKeyArn(
  stack,
  "Key",
  "arn:aws:kms:eu-north-1:111122223333:key/e3ab59e5-3dc3-4bc4-9c3f-c790231d2287",
);
const roleStack = new cdk.Stack(app, "RoleStack", {
  env: { account: "111122223333", region: "eu-north-1" },
});
const role = new iam.Role(roleStack, "Role", {
  assumedBy: new iam.AccountPrincipal("111122223333"),
});
key.grantEncryptDecrypt(role);
new iam.User(stack, "Filler");
