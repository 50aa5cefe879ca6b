import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
key.grantEncryptDecrypt(
  new kms.ViaServicePrincipal("s3.us-east-1.amazonaws.com"),
);
