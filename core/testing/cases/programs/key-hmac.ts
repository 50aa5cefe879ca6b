import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey", {
  keySpec: kms.KeySpec.HMAC_256,
  keyUsage: kms.KeyUsage.GENERATE_VERIFY_MAC,
});
const user = new iam.User(stack, "MyUser");
key.grantGenerateMac(user);
key.grantVerifyMac(user);
