import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const keyStack = new cdk.Stack(app, "KeyStack", {
  env: { account: "111122223333", region: "us-east-1" },
  crossRegionReferences: true,
});
const useStack = new cdk.Stack(app, "UseStack", {
  env: { account: "111122223333", region: "eu-west-1" },
  crossRegionReferences: true,
});
const key = new kms.Key(keyStack, "MyKey");
new kms.Alias(useStack, "Alias", { aliasName: "alias/foo", targetKey: key });
