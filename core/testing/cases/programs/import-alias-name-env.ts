import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack", {
  env: { account: "111122223333", region: "us-east-1" },
});
const a = kms.Alias.fromAliasName(stack, "myKey", "alias/my-key");
const user = new iam.User(stack, "MyUser");
a.grantDecrypt(user);
a.grantEncrypt(user);
a.grantSign(user);
