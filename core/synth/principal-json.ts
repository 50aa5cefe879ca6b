import type {
  Design,
  FeatureFlag,
  Principal,
  Stack,
} from "../design/design.ts";
import { partitionOf } from "../kms/regions.ts";
import { flagsOf } from "./flags.ts";
import type { PolicyPrincipal } from "./policy-statement.ts";
import { literal } from "./policy-statement.ts";
import { resolveText } from "./resolve-text.ts";

/** What a principal's text depends on besides itself. */
interface Environment {
  readonly stack: Stack;
  readonly flags: Readonly<Record<FeatureFlag, boolean>>;
}

/** What the keys of a stack have in common. */
export interface StackContext extends Environment {
  /** The principal of the design with this id. */
  readonly principalOf: (id: string) => PolicyPrincipal;
}

/** What the keys of this stack have in common. */
export function stackContext(design: Design, stack: Stack): StackContext {
  const environment = { stack, flags: flagsOf(design.cdk) };
  const byId = new Map(
    design.principals.map((principal, index) => [
      principal.id,
      {
        ...policyPrincipal(principal, environment),
        origin: ["principals", index],
      },
    ]),
  );
  return {
    ...environment,
    principalOf: (id) => {
      const found = byId.get(id);
      // INVARIANT: a parsed design names only principals it has.
      if (found === undefined) throw new Error(`no principal ${id}`);
      return found;
    },
  };
}

/**
 * A principal as the CDK compares and writes it.
 *
 * Accounts hold a token of their own in the CDK, so two of them are equal only when they are one object:
 * here, one principal of the design.
 */
function policyPrincipal(
  principal: Principal,
  context: Environment,
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
export function defaultRoot(context: Environment): PolicyPrincipal {
  return aws("default root", stackRootArn(context));
}

function aws(identity: string, arn: string): PolicyPrincipal {
  return { identity, json: { AWS: [resolveText(arn)] } };
}

function stackRootArn(context: Environment): string {
  return accountRootArn(context.stack.account ?? "${AWS::AccountId}", context);
}

function accountRootArn(account: string, context: Environment): string {
  return `arn:${partition(context)}:iam::${account}:root`;
}

function partition({ stack, flags }: Environment): string {
  const literals = flags["@aws-cdk/core:enablePartitionLiterals"];
  const known =
    literals && stack.region !== undefined
      ? partitionOf(stack.region)
      : undefined;
  return known ?? "${AWS::Partition}";
}
