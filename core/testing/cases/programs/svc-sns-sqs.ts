import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as sns from "aws-cdk-lib/aws-sns";
import * as sqs from "aws-cdk-lib/aws-sqs";
import * as subs from "aws-cdk-lib/aws-sns-subscriptions";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
const topic = new sns.Topic(stack, "T", { masterKey: key });
topic.addSubscription(
  new subs.SqsSubscription(
    new sqs.Queue(stack, "Q", { encryptionMasterKey: key }),
  ),
);
