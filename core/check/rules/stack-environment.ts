import { indexOfId } from "../../design/members.ts";
import { regions } from "../../kms/regions.ts";
import { hasKey } from "../../kms/keys-of.ts";
import { isAccountId } from "../../policy/arn.ts";
import { stackOf } from "../../synth/synthesize.ts";
import type { Report, Rule } from "../rule.ts";
import type { Examples } from "../example.ts";

/** The CDK takes any text as account and Region. */
export const stackEnvironment: Rule = {
  family: "deployment",
  summary: "The account and the Region of a stack must exist.",
  why: "The CDK deploys nothing to an account or a Region that does not exist.",
  mend: "Correct the account ID or the Region.",
  severity: "error",
  source: {
    title: "AWS CDK Developer Guide, Environments",
    url: "https://docs.aws.amazon.com/cdk/v2/guide/environments.html",
  },
  check: ({ design, key }) => {
    const stack = stackOf(design, key);
    const first = design.keys.find((other) => other.stack === stack.id);
    // One report a stack is enough.
    if (key !== first) return [];
    const at = ["stacks", indexOfId(design.stacks, stack.id)];
    const reports: Report[] = [];
    if (stack.account !== undefined && !isAccountId(stack.account))
      reports.push({
        path: [...at, "account"],
        message: `\`${stack.account}\` is not an account ID`,
        help: "an account ID has 12 digits",
      });
    if (stack.region !== undefined && !hasKey(regions, stack.region))
      reports.push({
        path: [...at, "region"],
        message: `\`${stack.region}\` is not a Region that is known here`,
        help: "write a Region such as eu-west-1",
      });
    return reports;
  },
};

export const examples = (): Examples => [
  {
    bad: { stack: { account: "1111" } },
    at: "stacks[0].account",
    good: { stack: { account: "111122223333" } },
  },
  {
    bad: { stack: { region: "eu-west-9" } },
    at: "stacks[0].region",
    good: { stack: { region: "eu-west-1" } },
  },
];
