import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const useStack = new cdk.Stack(app, "UseStack");
const keyStack = new cdk.Stack(app, "KeyStack");
const role = new iam.Role(useStack, "MyRole", {
  assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com"),
});
new kms.Key(keyStack, "MyKey", { admins: [role] });
