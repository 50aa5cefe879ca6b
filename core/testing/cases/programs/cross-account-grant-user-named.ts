import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const keyStack = new cdk.Stack(app, "KeyStack", {
  env: { account: "111122223333", region: "us-east-1" },
});
const useStack = new cdk.Stack(app, "UseStack", {
  env: { account: "444455556666", region: "us-east-1" },
});
const key = new kms.Key(keyStack, "MyKey");
const user = new iam.User(useStack, "MyUser", { userName: "bob" });
key.grantDecrypt(user);
key.grantEncrypt(user);
