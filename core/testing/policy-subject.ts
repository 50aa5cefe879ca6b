import { readPolicy } from "../evaluate/statement.ts";
import type { JsonObject } from "../problem/json.ts";
import type { Subject } from "../prove/subject.ts";

/** The account of the key of {@link policySubject}. */
export const ownAccount = "111122223333";

/** A key with this policy, as verdicts see it. */
export function policySubject(
  document: JsonObject,
  more: Partial<Subject> = {},
): Subject {
  const { account = ownAccount } = more;
  return {
    document,
    policy: readPolicy(document),
    origins: [],
    partition: "aws",
    region: "us-east-1",
    account,
    isAccountKnown: true,
    keyArn: `arn:aws:kms:us-east-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
    isKeyKnown: true,
    context: { "aws:ResourceAccount": account },
    settings: {},
    assumptions: [],
    ...more,
  };
}
