import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
const st = (props: iam.PolicyStatementProps) =>
  new iam.PolicyStatement({
    ...props,
    actions: ["kms:Decrypt"],
    principals: [new iam.ServicePrincipal("sqs.amazonaws.com")],
    resources: ["*"],
  });
key.addToResourcePolicy(st({ sid: "One" }));
key.addToResourcePolicy(st({ sid: "One" }));
key.addToResourcePolicy(st({ sid: "Two" }));
key.addToResourcePolicy(st({}));
key.addToResourcePolicy(st({}));
key.addToResourcePolicy(
  st({ conditions: { StringEquals: { "kms:ViaService": "a" } } }),
);
key.addToResourcePolicy(
  st({ conditions: { StringEquals: { "kms:ViaService": "b" } } }),
);
