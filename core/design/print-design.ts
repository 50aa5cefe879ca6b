import type { Design } from "./design.ts";
import { isVerbatim } from "./design.ts";

/**
 * The order of properties in the file, by the kind of object they stand in.
 * What is not listed (conditions, verbatim statements) keeps the order the person gave it.
 */
const order = {
  design: ["keywright", "name", "cdk", "stacks", "principals", "keys"],
  cdk: ["line", "flags"],
  stack: ["id", "account", "region"],
  principal: ["id", "kind", "arn", "account", "service"],
  key: [
    "id",
    "kind",
    "stack",
    "description",
    "enabled",
    "keySpec",
    "keyUsage",
    "origin",
    "multiRegion",
    "enableKeyRotation",
    "rotationPeriodInDays",
    "pendingWindowInDays",
    "bypassPolicyLockoutSafetyCheck",
    "removalPolicy",
    "aliases",
    "tags",
    "administrators",
    "policy",
  ],
  tag: ["key", "value"],
  policy: ["mode", "statements"],
  statement: [
    "sid",
    "effect",
    "principals",
    "notPrincipals",
    "actions",
    "notActions",
    "resources",
    "notResources",
    "conditions",
  ],
} as const;

/** The design as JSON text in a stable order, good to diff and to keep in version control. */
export function printDesign(design: Design): string {
  return `${JSON.stringify(ordered(design), null, 2)}\n`;
}

function ordered(design: Design): object {
  return {
    ...inOrder(design, order.design),
    cdk: inOrder(design.cdk, order.cdk),
    stacks: design.stacks.map((stack) => inOrder(stack, order.stack)),
    principals: design.principals.map((principal) =>
      inOrder(principal, order.principal),
    ),
    keys: design.keys.map((key) => ({
      ...inOrder(key, order.key),
      tags: key.tags.map((tag) => inOrder(tag, order.tag)),
      policy: {
        ...inOrder(key.policy, order.policy),
        statements: key.policy.statements.map((statement) =>
          isVerbatim(statement)
            ? statement
            : inOrder(statement, order.statement),
        ),
      },
    })),
  };
}

function inOrder(value: object, names: readonly string[]): object {
  const properties = new Map<string, unknown>(Object.entries(value));
  return Object.fromEntries(
    names.flatMap((name) =>
      properties.has(name) ? [[name, properties.get(name)]] : [],
    ),
  );
}
