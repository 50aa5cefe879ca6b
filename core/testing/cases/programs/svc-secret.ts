import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";
import * as sm from "aws-cdk-lib/aws-secretsmanager";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
const s = new sm.Secret(stack, "S", { encryptionKey: key });
s.grantRead(new iam.User(stack, "U"));
