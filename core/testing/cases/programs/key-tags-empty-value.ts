import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey", {
  enabled: false,
  enableKeyRotation: true,
  pendingWindow: cdk.Duration.days(7),
});
cdk.Tags.of(key).add("tag1", "value1");
cdk.Tags.of(key).add("tag2", "value2");
cdk.Tags.of(key).add("tag3", "");
