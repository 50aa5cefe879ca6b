import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
kms.Key.fromCfnKey(
  new kms.CfnKey(stack, "CfnKey", {
    keyPolicy: cdk.Fn.conditionIf("C", { Statement: [] }, { Statement: [] }),
  }),
);
