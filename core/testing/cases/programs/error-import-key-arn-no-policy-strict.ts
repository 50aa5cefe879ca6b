import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = kms.Key.fromKeyArn(
  stack,
  "K",
  "arn:aws:kms:us-east-1:111122223333:key/abc",
);
key.addToResourcePolicy(
  new iam.PolicyStatement({
    actions: ["kms:*"],
    resources: ["*"],
    principals: [new iam.AnyPrincipal()],
  }),
  false,
);
