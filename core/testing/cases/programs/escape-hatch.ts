import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
const cfn = key.node.defaultChild as kms.CfnKey;
cfn.addPropertyOverride("Origin", "EXTERNAL");
cfn.addPropertyOverride("BypassPolicyLockoutSafetyCheck", true);
cfn.overrideLogicalId("RenamedKey");
cfn.addMetadata("note", "hi");
delete cfn.cfnOptions.condition;
