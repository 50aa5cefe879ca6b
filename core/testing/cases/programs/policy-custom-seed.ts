import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const myCustomPolicy = new iam.PolicyDocument({
  statements: [
    new iam.PolicyStatement({
      actions: [
        "kms:Create*",
        "kms:Describe*",
        "kms:Enable*",
        "kms:List*",
        "kms:Put*",
      ],
      principals: [new iam.AccountRootPrincipal()],
      resources: ["*"],
    }),
  ],
});
new kms.Key(stack, "MyKey", { policy: myCustomPolicy });
