import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack", {
  env: { account: "111122223333", region: "us-east-1" },
});
const key = kms.Key.fromKeyArn(
  stack,
  "MyImportedKey",
  "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012",
);
key.grantEncryptDecrypt(new iam.User(stack, "MyUser"));
