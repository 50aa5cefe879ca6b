import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const myKeyAlias = kms.Alias.fromAliasName(stack, "myKey", "alias/aws/s3");
new cdk.CfnOutput(stack, "Arn", { value: myKeyAlias.keyArn });
new cdk.CfnOutput(stack, "Id", { value: myKeyAlias.keyId });
const user = new iam.User(stack, "MyUser");
myKeyAlias.grantEncryptDecrypt(user);
myKeyAlias.addToResourcePolicy(
  new iam.PolicyStatement({
    actions: ["kms:*"],
    resources: ["*"],
    principals: [user],
  }),
);
