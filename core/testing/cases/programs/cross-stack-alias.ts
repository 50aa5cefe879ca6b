import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const keyStack = new cdk.Stack(app, "KeyStack", {});
const useStack = new cdk.Stack(app, "UseStack", {});
const key = new kms.Key(keyStack, "MyKey");
new kms.Alias(useStack, "Alias", { aliasName: "alias/foo", targetKey: key });
