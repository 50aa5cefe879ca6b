import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const p = new cdk.CfnParameter(stack, "Name");
const key = new kms.Key(stack, "MyKey");
new kms.Alias(stack, "Alias", { aliasName: p.valueAsString, targetKey: key });
new kms.Alias(stack, "Alias2", {
  aliasName: `alias/x-${p.valueAsString}`,
  targetKey: key,
});
new kms.Alias(stack, "Alias3", {
  aliasName: `y-${p.valueAsString}`,
  targetKey: key,
});
new kms.Alias(stack, "Alias4", {
  aliasName: `alias/x-${cdk.Aws.REGION}`,
  targetKey: key,
});
