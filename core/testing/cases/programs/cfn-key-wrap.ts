import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const cfn = new kms.CfnKey(stack, "CfnKey", {
  keyPolicy: {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:root" },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  },
});
const key = kms.Key.fromCfnKey(cfn);
key.grantDecrypt(new iam.User(stack, "MyUser"));
key.addAlias("alias/cfn");
kms.Key.fromCfnKey(cfn);
