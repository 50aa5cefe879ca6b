import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import * as iam from "aws-cdk-lib/aws-iam";

const app = new cdk.App();
const stack = new cdk.Stack(app, "TestStack");
const key = new kms.Key(stack, "Key");
const u = new iam.User(stack, "User");
key.grants.encrypt(u);
key.grants.sign(u);
key.grants.admin(new iam.ServicePrincipal("ec2.amazonaws.com"));
key.grants.actions(u, "kms:DeriveSharedSecret", "kms:GetPublicKey");
