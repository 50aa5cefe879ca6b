import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const k1 = new kms.Key(stack, "K1");
const k2 = new kms.Key(stack, "K2");
const user = new iam.User(stack, "MyUser");
k1.grantEncrypt(user);
k2.grantEncrypt(user);
k1.grantDecrypt(user);
