import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
// @ts-expect-error -- the types of v2 do not have this property, which v1 reads
new kms.Key(stack, "MyKey", { trustAccountIdentities: false });
