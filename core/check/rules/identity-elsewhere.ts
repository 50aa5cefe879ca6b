import { grantsOf } from "../../design/key-parts.ts";
import { memberWithId } from "../../design/members.ts";
import { parseArn } from "../../policy/arn.ts";
import { stackOf } from "../../synth/synthesize.ts";
import type { Rule } from "../rule.ts";

/** The CDK attaches a policy to the user all the same, in an account that has no such user. */
export const identityElsewhere: Rule = {
  summary: "A grant cannot attach a policy to a user of another account.",
  severity: "error",
  source: "aws-cdk-lib 2.276.0, aws-iam/lib/user, as observed",
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
