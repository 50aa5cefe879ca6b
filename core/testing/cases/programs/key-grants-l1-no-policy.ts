import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const cfn = new kms.CfnKey(stack, "Key", {});
kms.KeyGrants.fromKey(cfn).encrypt(
  new iam.ServicePrincipal("ec2.amazonaws.com"),
);
