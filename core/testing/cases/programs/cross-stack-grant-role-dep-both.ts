import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const keyStack = new cdk.Stack(app, "KeyStack", {});
const useStack = new cdk.Stack(app, "UseStack", {});
const key = new kms.Key(keyStack, "MyKey");
const role = new iam.Role(useStack, "MyRole", {
  assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com"),
});
useStack.addDependency(keyStack);
key.grantEncryptDecrypt(role);
