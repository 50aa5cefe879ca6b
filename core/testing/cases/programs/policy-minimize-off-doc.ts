import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const policy = new iam.PolicyDocument({ minimize: false });
const key = new kms.Key(stack, "MyKey", { policy });
key.grantEncrypt(new iam.ServicePrincipal("sqs.amazonaws.com"));
key.grantDecrypt(new iam.ServicePrincipal("sqs.amazonaws.com"));
