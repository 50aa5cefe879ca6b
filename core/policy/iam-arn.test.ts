import { describe, expect, test } from "vitest";
import { iamArnProblem } from "./iam-arn.ts";
import type { IamResource } from "./iam-arn.ts";

const anything: readonly IamResource[] = ["role", "user", "root", "session"];

describe("the ARN of a principal", () => {
  test.each([
    "arn:aws:iam::111122223333:role/App",
    "arn:aws-cn:iam::111122223333:role/service-role/a/b/App+=,.@-_",
    "arn:aws:iam::111122223333:user/people/Jane",
    "arn:aws:iam::111122223333:root",
    "arn:aws:sts::111122223333:assumed-role/App/session",
    "arn:aws:sts::111122223333:federated-user/Jane",
    "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${AWS::StackName}-App",
    "arn:aws:iam::${Account}:role/App",
    "${RoleArn}",
  ])("[L6] %s can exist", (text) => {
    expect(iamArnProblem(text, anything)).toBeUndefined();
  });

  test.each([
    ["App", "not an ARN"],
    ["arn:aws:iam::111122223333", "not an ARN"],
    ["arn:amazon:iam::111122223333:role/App", "partition"],
    ["arn:aws:s3::111122223333:role/App", "principals"],
    ["arn:aws:iam:us-east-1:111122223333:role/App", "Regions"],
    ["arn:aws:iam::1111:role/App", "account ID"],
    ["arn:aws:iam::111122223333:role/*", "wildcard"],
    ["arn:aws:iam::*:role/App", "wildcard"],
    ["arn:aws:iam::111122223333:role/", "not a name"],
    ["arn:aws:iam::111122223333:policy/App", "not a name"],
    ["arn:aws:iam::111122223333:group/App", "ARN of a group"],
  ])("[L6] %s cannot: %s", (text, word) => {
    const problem = iamArnProblem(text, anything);
    expect(problem?.message).toContain(word);
    expect(problem?.help).not.toBe("");
  });

  test("[L6] the help shows the form that is wanted first", () => {
    expect(iamArnProblem("x", ["user"])?.help).toContain(":user/NAME");
    expect(iamArnProblem("x", [])?.help).toContain(":role/NAME");
  });
});
