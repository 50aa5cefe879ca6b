import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = kms.Key.fromKeyArn(
  stack,
  "MyImportedKey",
  "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012",
);
const user = new iam.User(stack, "MyUser");
key.grantEncryptDecrypt(user);
key.grantDecrypt(new iam.ServicePrincipal("sns.amazonaws.com"));
key.addToResourcePolicy(
  new iam.PolicyStatement({
    actions: ["kms:*"],
    resources: ["*"],
    principals: [user],
  }),
);
