import { acceptedProperties } from "./accepted-finding.ts";
import { appliedRecipeProperties } from "./applied-recipe.ts";
import { claimProperties } from "./claim.ts";
import { isOwned } from "./design.ts";
import type {
  AccessSettings,
  Design,
  FoundKey,
  Grant,
  KeptTest,
  Key,
  KeyPolicy,
  Output,
  Stack,
  Statement,
  Tag,
} from "./design.ts";
import { keyProperties } from "./key-properties.ts";
import { requestProperties } from "./kept-test.ts";
import { grantsOf } from "./key-parts.ts";

/**
 * The order of properties in the file, by the kind of object they stand in.
 * What is not listed (conditions, verbatim statements, metadata, overrides, what templates held, flags, what requests
 * come with, answers) keeps the order the person gave it.
 */
const order = {
  design: [
    "keywright",
    "name",
    "cdk",
    "stacks",
    "principals",
    "keys",
    "aliases",
    "consumers",
    "settings",
    "claims",
    "tests",
    "accepted",
    "recipes",
  ],
  cdk: ["line", "flags"],
  stack: [
    "id",
    "name",
    "account",
    "region",
    "description",
    "terminationProtection",
    "tags",
    "dependencies",
    "parameters",
    "outputs",
    "template",
    "assumed",
  ],
  template: ["rest", "source", "within"],
  parameter: ["id", "type", "default", "description", "allowedPattern"],
  output: ["id", "value", "exportName", "description"],
  outputValue: ["key", "alias", "attribute", "text"],
  principal: [
    "id",
    "kind",
    "stack",
    "arn",
    "account",
    "service",
    "organization",
    "paths",
    "provider",
    "canonicalUser",
    "members",
    "base",
    "assumedBy",
    "element",
    "value",
    "physicalName",
    "identity",
    "mutable",
    "conditions",
  ],
  found: [
    "description",
    "enabled",
    "keySpec",
    "keyUsage",
    "origin",
    "multiRegion",
    "enableKeyRotation",
    "rotationPeriodInDays",
    "tags",
    "aliases",
    "policyDocument",
  ],
  tag: ["key", "value"],
  policy: ["mode", "version", "id", "minimize", "single", "statements"],
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
    "when",
    "lists",
    "verbatim",
    "raw",
    "disabled",
    "recipe",
  ],
  grant: ["principal", "permission", "actions", "inBothPolicies"],
  when: ["condition", "is"],
  alias: [
    "id",
    "stack",
    "name",
    "key",
    "construct",
    "removalPolicy",
    "logicalId",
    "overrides",
  ],
  consumer: ["id", "kind", "stack", "key"],
  settings: ["account", "organization", "trustedAccounts", "deployer"],
  organization: ["id", "accounts"],
  test: ["id", "key", "request", "expected"],
} as const;

/** The design as JSON text in a stable order, good to diff and to keep in version control. */
export function printDesign(design: Design): string {
  return `${JSON.stringify(ordered(design), null, 2)}\n`;
}

function ordered(design: Design): object {
  const { aliases, consumers, settings } = design;
  const { claims, tests, accepted, recipes } = design;
  return {
    ...inOrder(design, order.design),
    cdk: inOrder(design.cdk, order.cdk),
    stacks: design.stacks.map(orderedStack),
    principals: eachInOrder(design.principals, order.principal),
    keys: design.keys.map(orderedKey),
    ...(aliases && { aliases: eachInOrder(aliases, order.alias) }),
    ...(consumers && { consumers: eachInOrder(consumers, order.consumer) }),
    ...(settings && { settings: orderedSettings(settings) }),
    ...(claims && {
      claims: claims.map((claim) =>
        inOrder(claim, claimProperties[claim.kind]),
      ),
    }),
    ...(tests && { tests: tests.map(orderedTest) }),
    ...(accepted && { accepted: eachInOrder(accepted, acceptedProperties) }),
    ...(recipes && { recipes: eachInOrder(recipes, appliedRecipeProperties) }),
  };
}

function orderedSettings(settings: AccessSettings): object {
  const { organization } = settings;
  return {
    ...inOrder(settings, order.settings),
    ...(organization && {
      organization: inOrder(organization, order.organization),
    }),
  };
}

function orderedTest(test: KeptTest): object {
  return {
    ...inOrder(test, order.test),
    request: inOrder(test.request, requestProperties),
  };
}

function orderedStack(stack: Stack): object {
  const { tags, parameters, outputs, template } = stack;
  return {
    ...inOrder(stack, order.stack),
    ...(tags && { tags: orderedTags(tags) }),
    ...(parameters && {
      parameters: eachInOrder(parameters, order.parameter),
    }),
    ...(outputs && { outputs: outputs.map(orderedOutput) }),
    ...(template && { template: inOrder(template, order.template) }),
  };
}

function orderedOutput(output: Output): object {
  return {
    ...inOrder(output, order.output),
    value: inOrder(output.value, order.outputValue),
  };
}

function orderedKey(key: Key): object {
  return {
    ...inOrder(key, keyProperties[key.kind]),
    ...(isOwned(key) && {
      tags: orderedTags(key.tags),
      policy: orderedPolicy(key.policy),
    }),
    ...("found" in key && key.found && { found: orderedFound(key.found) }),
    ...("grants" in key && { grants: orderedGrants(grantsOf(key)) }),
  };
}

function orderedFound(found: FoundKey): object {
  return {
    ...inOrder(found, order.found),
    tags: orderedTags(found.tags),
  };
}

function orderedTags(tags: readonly Tag[]): readonly object[] {
  return eachInOrder(tags, order.tag);
}

function orderedGrants(grants: readonly Grant[]): readonly object[] {
  return eachInOrder(grants, order.grant);
}

function orderedPolicy(policy: KeyPolicy): object {
  return {
    ...inOrder(policy, order.policy),
    statements: policy.statements.map(orderedStatement),
  };
}

function orderedStatement(statement: Statement): object {
  const when = "when" in statement ? statement.when : undefined;
  return {
    ...inOrder(statement, order.statement),
    ...(when && { when: inOrder(when, order.when) }),
  };
}

function eachInOrder(
  values: readonly object[],
  names: readonly string[],
): readonly object[] {
  return values.map((value) => inOrder(value, names));
}

function inOrder(value: object, names: readonly string[]): object {
  const properties = new Map<string, unknown>(Object.entries(value));
  return Object.fromEntries(
    names.flatMap((name) =>
      properties.has(name) ? [[name, properties.get(name)]] : [],
    ),
  );
}
