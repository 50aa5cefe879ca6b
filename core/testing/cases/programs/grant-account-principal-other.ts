import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack", {
  env: { account: "111122223333", region: "us-east-1" },
});
const key = new kms.Key(stack, "MyKey");
key.grantEncryptDecrypt(new iam.AccountPrincipal("444455556666"));
