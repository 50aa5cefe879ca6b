import type { FeatureFlag, Principal, Stack } from "../design/design.ts";
import { partitionOf } from "../kms/regions.ts";
import { substitute } from "../policy/pseudo-parameters.ts";
import type { PolicyPrincipal } from "./policy-statement.ts";
import { literal } from "./policy-statement.ts";
import { resolveText } from "./resolve-text.ts";

/** What a principal's text depends on besides itself. */
export interface StackContext {
  readonly stack: Stack;
  readonly flags: Readonly<Record<FeatureFlag, boolean>>;
}

/**
 * A principal as the CDK compares and writes it.
 *
 * Accounts hold a token of their own in the CDK, so two of them are equal only when they are one object:
 * here, one principal of the design.
 */
export function policyPrincipal(
  principal: Principal,
  context: StackContext,
): PolicyPrincipal {
  switch (principal.kind) {
    case "arn":
      return aws(`arn ${principal.arn}`, principal.arn);
    case "any":
      return aws("arn *", "*");
    case "account":
      return aws(
        `account ${principal.id}`,
        accountRootArn(principal.account, context),
      );
    case "account-root":
      return aws(`account ${principal.id}`, stackRootArn(context));
    case "service":
      return {
        identity: `service ${principal.service}`,
        json: { Service: [resolveText(principal.service)] },
      };
    case "star":
      return { identity: "star", json: { [literal]: ["*"] } };
  }
}

/** The root of the stack's account, as the default key policy names it: a principal of its own in the CDK. */
export function defaultRoot(context: StackContext): PolicyPrincipal {
  return aws("default root", stackRootArn(context));
}

function aws(identity: string, arn: string): PolicyPrincipal {
  return { identity, json: { AWS: [resolveText(arn)] } };
}

function stackRootArn(context: StackContext): string {
  return accountRootArn(context.stack.account ?? "${AWS::AccountId}", context);
}

function accountRootArn(account: string, context: StackContext): string {
  return `arn:${partition(context)}:iam::${account}:root`;
}

function partition({ stack, flags }: StackContext): string {
  const literals = flags["@aws-cdk/core:enablePartitionLiterals"];
  const known =
    literals && stack.region !== undefined
      ? partitionOf(stack.region)
      : undefined;
  return known ?? "${AWS::Partition}";
}

/** The text with every pseudo parameter that the stack decides written out. */
export function substituteStack(
  text: string,
  stack: { readonly account: string; readonly region: string },
): string {
  const inPartition = partitionOf(stack.region) ?? "aws";
  return substitute(text, (parameter) => {
    if (parameter === "AWS::AccountId") return stack.account;
    if (parameter === "AWS::Region") return stack.region;
    if (parameter === "AWS::Partition") return inPartition;
    return `\${${parameter}}`;
  });
}
