import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const myTrustedAdminRole = iam.Role.fromRoleArn(
  stack,
  "TrustedRole",
  "arn:aws:iam:....",
);
new kms.Key(stack, "MyKey", { admins: [myTrustedAdminRole] });
const secondKey = new kms.Key(stack, "MyKey2");
secondKey.grantAdmin(myTrustedAdminRole);
