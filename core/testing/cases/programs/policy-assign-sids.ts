import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const policy = new iam.PolicyDocument({
  assignSids: true,
  statements: [
    new iam.PolicyStatement({
      actions: ["kms:*"],
      principals: [new iam.AccountRootPrincipal()],
      resources: ["*"],
    }),
    new iam.PolicyStatement({
      actions: ["kms:Decrypt"],
      principals: [new iam.ServicePrincipal("logs.amazonaws.com")],
      resources: ["*"],
    }),
  ],
});
new kms.Key(stack, "MyKey", { policy });
