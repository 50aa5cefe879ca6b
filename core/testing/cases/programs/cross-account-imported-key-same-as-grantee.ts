import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const keyStack = new cdk.Stack(app, "KeyStack", {
  env: { account: "111122223333", region: "us-east-1" },
});
const useStack = new cdk.Stack(app, "UseStack", {
  env: { account: "444455556666", region: "eu-west-1" },
});
new iam.User(keyStack, "Filler");
const key = kms.Key.fromKeyArn(
  keyStack,
  "Imported",
  "arn:aws:kms:eu-west-1:444455556666:key/12345678-1234-1234-1234-123456789012",
);
const role = new iam.Role(useStack, "MyRole", {
  roleName: "my-role",
  assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com"),
});
key.grantEncryptDecrypt(role);
