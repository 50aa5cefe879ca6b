import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const principalStack = new cdk.Stack(app, "PrincipalStack", {
  env: { region: "us-east-1" },
});
const role = new iam.Role(principalStack, "Role", {
  assumedBy: new iam.AnyPrincipal(),
  roleName: "MyRolePhysicalName",
});
const keyStack = new cdk.Stack(app, "KeyStack", {
  env: { region: "eu-west-1" },
});
new kms.Key(keyStack, "Key").grantEncrypt(role);
