import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
const a = kms.Alias.fromAliasAttributes(stack, "Imported", {
  aliasName: "alias/imported",
  aliasTargetKey: key,
});
a.grantEncrypt(new iam.ServicePrincipal("sqs.amazonaws.com"));
a.addAlias("alias/another");
