import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
new iam.AccountPrincipal(123456789012);
const key = new kms.Key(stack, "K");
key.grantDecrypt(new iam.AccountPrincipal(123456789012));
