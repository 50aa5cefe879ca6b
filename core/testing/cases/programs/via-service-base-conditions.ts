import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
const base = new iam.PrincipalWithConditions(
  new iam.OrganizationPrincipal("o-12345abcde"),
  { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/x" } },
);
key.grantDecrypt(new kms.ViaServicePrincipal("s3.amazonaws.com", base));
key.addToResourcePolicy(
  new iam.PolicyStatement({
    actions: ["kms:Encrypt"],
    resources: ["*"],
    principals: [new kms.ViaServicePrincipal("ebs.amazonaws.com")],
    conditions: { StringEquals: { "kms:CallerAccount": "111122223333" } },
  }),
);
