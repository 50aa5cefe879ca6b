import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const user = new iam.User(stack, "U");
const cfn = new kms.CfnKey(stack, "CfnKey", {
  keyPolicy: {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: user.userArn },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  },
});
kms.Key.fromCfnKey(cfn).grantDecrypt(user);
