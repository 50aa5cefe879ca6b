import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";
import * as ddb from "aws-cdk-lib/aws-dynamodb";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
const t = new ddb.Table(stack, "T", {
  partitionKey: { name: "pk", type: ddb.AttributeType.STRING },
  encryption: ddb.TableEncryption.CUSTOMER_MANAGED,
  encryptionKey: key,
});
t.grantReadData(new iam.User(stack, "U"));
