import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const app2 = new cdk.App();
const s1 = new cdk.Stack(app, "S1");
const s2 = new cdk.Stack(app2, "S2");
const key = new kms.Key(s2, "MyKey");
new kms.Alias(s1, "Alias", { aliasName: "alias/x", targetKey: key });
