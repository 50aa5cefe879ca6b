import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const policy = new iam.PolicyDocument({
  statements: [
    new iam.PolicyStatement({
      actions: ["kms:*"],
      principals: [new iam.AccountRootPrincipal()],
      resources: ["*"],
    }),
  ],
});
const k1 = new kms.Key(stack, "K1", { policy });
new kms.Key(stack, "K2", { policy });
k1.grantEncrypt(new iam.ServicePrincipal("sqs.amazonaws.com"));
