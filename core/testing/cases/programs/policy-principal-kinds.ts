import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "MyKey");
const ps: iam.IPrincipal[] = [
  new iam.AccountPrincipal("444455556666"),
  new iam.AccountRootPrincipal(),
  new iam.ArnPrincipal("arn:aws:iam::444455556666:role/Foo"),
  new iam.AnyPrincipal(),
  new iam.StarPrincipal(),
  new iam.OrganizationPrincipal("o-abc1234567"),
  new iam.CanonicalUserPrincipal(
    "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be",
  ),
  new iam.FederatedPrincipal(
    "cognito-identity.amazonaws.com",
    { StringEquals: { "x:aud": "y" } },
    "sts:AssumeRoleWithWebIdentity",
  ),
  new iam.WebIdentityPrincipal("cognito-identity.amazonaws.com", {
    StringEquals: { "x:aud": "z" },
  }),
  new iam.ServicePrincipal("ec2.amazonaws.com"),
  new iam.ServicePrincipal("logs.amazonaws.com", { region: "us-west-2" }),
  new iam.ServicePrincipal("s3.amazonaws.com", {
    conditions: { StringEquals: { "aws:SourceAccount": "1" } },
  }),
  new iam.PrincipalWithConditions(new iam.AccountPrincipal("777788889999"), {
    Bool: { "aws:MultiFactorAuthPresent": true },
  }),
];
for (const [i, p] of ps.entries())
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: `S${i}`,
      actions: ["kms:Decrypt"],
      resources: ["*"],
      principals: [p],
    }),
  );
key.addToResourcePolicy(
  new iam.PolicyStatement({
    sid: "Composite",
    actions: ["kms:Decrypt"],
    resources: ["*"],
    principals: [
      new iam.CompositePrincipal(
        new iam.ServicePrincipal("ec2.amazonaws.com"),
        new iam.AccountPrincipal("123456789012"),
        new iam.ServicePrincipal("lambda.amazonaws.com"),
      ),
    ],
  }),
);
