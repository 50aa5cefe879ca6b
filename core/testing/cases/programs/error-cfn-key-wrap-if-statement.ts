import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
kms.Key.fromCfnKey(
  new kms.CfnKey(stack, "CfnKey", {
    keyPolicy: {
      Version: "2012-10-17",
      Statement: [cdk.Fn.conditionIf("C", {}, {})],
    },
  }),
);
