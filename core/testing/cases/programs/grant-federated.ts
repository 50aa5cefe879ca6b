import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
key.grantDecrypt(
  new iam.FederatedPrincipal(
    "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
    { StringLike: { "token.actions.githubusercontent.com:sub": "repo:o/r:*" } },
    "sts:AssumeRoleWithWebIdentity",
  ),
);
