import { grantsOf } from "../../design/key-parts.ts";
import { memberWithId } from "../../design/members.ts";
import { parseArn } from "../../policy/arn.ts";
import { stackOf } from "../../synth/synthesize.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";
import { granted } from "../example.ts";

/** The CDK attaches a policy to the user all the same, in an account that has no such user. */
export const identityElsewhere: Rule = {
  family: "cdk",
  summary: "A grant cannot attach a policy to a user of another account.",
  why: "A stack cannot attach a policy to a user of another account, and its deployment fails.",
  mend: "Name the user in the key policy, and allow it in its own account.",
  severity: "error",
  source: {
    title: "aws-cdk-lib 2.276.0, User.fromUserArn",
    url: "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.User.html",
  },
  check: ({ design, key, path }) => {
    const { account } = stackOf(design, key);
    return grantsOf(key).flatMap(({ principal: id }, index) => {
      const principal = memberWithId(design.principals, id);
      if (
        principal?.kind !== "imported-user" ||
        !("arn" in principal.identity) ||
        account === undefined
      )
        return [];
      const owner = parseArn(principal.identity.arn)?.account;
      if (owner === undefined || owner === account || !/^\d/.test(owner))
        return [];
      return [
        {
          path: [...path, "grants", index, "principal"],
          message: `user \`${id}\` is in account ${owner}, and the stack attaches a policy to it in ${account}, where it is not`,
          help: "name the user as an ARN, and let the other account give its own side",
        },
      ];
    });
  },
};

export const examples = (): Examples => [
  {
    bad: granted("decrypt", {
      id: "App",
      kind: "imported-user",
      stack: "Stack",
      identity: { arn: "arn:aws:iam::444455556666:user/me" },
    }),
    at: "keys[0].grants[0].principal",
    good: granted("decrypt", {
      id: "App",
      kind: "imported-user",
      stack: "Stack",
      identity: { arn: "arn:aws:iam::111122223333:user/me" },
    }),
  },
];
