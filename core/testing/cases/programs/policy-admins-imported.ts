import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const role = iam.Role.fromRoleArn(
  stack,
  "TrustedRole",
  "arn:aws:iam::111122223333:role/TrustedAdmin",
);
new kms.Key(stack, "MyKey", { admins: [role] });
const secondKey = new kms.Key(stack, "MyKey2");
secondKey.grantAdmin(role);
