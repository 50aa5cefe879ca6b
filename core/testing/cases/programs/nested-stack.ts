import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "Parent");
const nested = new cdk.NestedStack(stack, "Nested");
const key = new kms.Key(nested, "MyKey");
new kms.Alias(stack, "Alias", { aliasName: "alias/n", targetKey: key });
key.grantDecrypt(new iam.User(stack, "U"));
