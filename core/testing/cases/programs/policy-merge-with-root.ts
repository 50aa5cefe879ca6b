import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
key.addToResourcePolicy(
  new iam.PolicyStatement({
    actions: ["kms:*"],
    principals: [new iam.ArnPrincipal("arn:aws:iam::111122223333:role/X")],
    resources: ["*"],
  }),
);
key.addToResourcePolicy(
  new iam.PolicyStatement({
    actions: ["kms:Decrypt"],
    principals: [new iam.AccountRootPrincipal()],
    resources: ["*"],
  }),
);
