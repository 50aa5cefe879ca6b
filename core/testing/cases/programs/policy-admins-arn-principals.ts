import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
new kms.Key(stack, "MyKey", {
  admins: [
    new iam.ArnPrincipal("arn:aws:iam::111122223333:role/A"),
    new iam.ArnPrincipal("arn:aws:iam::111122223333:user/B"),
  ],
});
