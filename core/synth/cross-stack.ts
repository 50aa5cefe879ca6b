import type { Json } from "../problem/json.ts";
import type { Assembly, Reference, StackNode } from "./assembly.ts";
import { sameEnvironment } from "./assembly.ts";
import { noText } from "./construct-tree.ts";
import type { Scope } from "./construct-tree.ts";
import { addStackDependency } from "./stack-dependencies.ts";
import { getStackOutput } from "./get-stack-output.ts";
import { stackPartition } from "./partition.ts";
import { exportToRegion, importFromRegion } from "./cross-region-exports.ts";
import { referenceJson } from "./reference-json.ts";
import { refusal } from "./refusal.ts";
import { referenceFlag } from "../design/feature-flags.ts";
import {
  eachTextOfExpression,
  isUnresolved,
  marksIn,
  resolveExpression,
} from "./resolve-text.ts";
import type { ShowText } from "./resolve-text.ts";

/**
 * Gives every reference that a stack makes to another one the form in which it is written there,
 * and the other stack the outputs it needs for it.
 *
 * Source: aws-cdk-lib 2.276.0 and @aws-cdk/core 1.204.0, core/lib/private/refs.
 */
export function linkStacks(assembly: Assembly): void {
  if (assembly.stacks.length < 2) return;
  for (const consumer of assembly.stacks)
    for (const scope of consumer.root.withElements())
      scope.element?.eachText(linkerOf(assembly, { consumer, scope }));
}

/** The construct that makes a reference, and its stack. */
interface User {
  readonly consumer: StackNode;
  readonly scope: Scope;
}

/** Links the references in texts of a construct. */
function linkerOf(assembly: Assembly, user: User): ShowText {
  return function link(text) {
    for (const mark of marksIn(text)) {
      linkMark(assembly, user, mark);
      eachTextOfExpression(assembly.expressionOf(mark), link);
    }
  };
}

function linkMark(assembly: Assembly, user: User, mark: string): void {
  const { consumer } = user;
  const reference = assembly.reference(mark);
  if (reference === undefined || consumer.imports.has(mark)) return;
  if (reference.home === consumer) return;
  if (
    reference.elsewhere !== undefined &&
    !sameEnvironment(reference.home, consumer)
  ) {
    consumer.imports.set(mark, reference.elsewhere() ?? mark);
    return;
  }
  consumer.imports.set(mark, importOf(assembly, user, reference));
}

function importOf(assembly: Assembly, user: User, reference: Reference): Json {
  const { consumer } = user;
  const { home: producer } = reference;
  const strength = assembly.flags[referenceFlag];
  if (assembly.isV1 && !sameEnvironment(producer, consumer))
    return refusedEnvironment(assembly, consumer, producer);
  if (producer.account !== consumer.account)
    return acrossAccounts(assembly, consumer, reference);
  if (producer.region !== consumer.region)
    return acrossRegions(assembly, user, reference);
  addStackDependency(assembly, {
    from: consumer,
    to: producer,
    because: stepOf(user, reference),
  });
  if (strength !== "weak") {
    const exported = exportValue(reference);
    if (strength === "strong") return exported;
  }
  return getStackOutput(reference);
}

/** What the construct of a stack uses of another one. */
function stepOf(
  { consumer, scope }: User,
  { home, construct: used }: Reference,
) {
  const [user = ""] = scope.path;
  return {
    text: `\`${user}\` of \`${consumer.stack.id}\` uses \`${used}\` of \`${home.stack.id}\``,
    path: scope.origin,
  };
}

function refusedEnvironment(
  assembly: Assembly,
  consumer: StackNode,
  producer: StackNode,
): Json {
  assembly.problems.push(
    refusal("stack/other-environment", consumer.path, {
      message: `stack \`${consumer.stack.id}\` uses a resource of stack \`${producer.stack.id}\`, which is in another account or Region`,
      help: "give both stacks the same account and Region, or name the resource by its ARN",
    }),
  );
  return "";
}

function needsRegions(
  assembly: Assembly,
  consumer: StackNode,
  producer: StackNode,
): boolean {
  if (!isUnresolved(producer.region) && !isUnresolved(consumer.region))
    return false;
  assembly.problems.push(
    refusal("stack/region-needed", consumer.path, {
      message: `stack \`${consumer.stack.id}\` uses a resource of stack \`${producer.stack.id}\` in another environment, and not both have a Region`,
      help: "give both stacks an account and a Region",
    }),
  );
  return true;
}

function acrossAccounts(
  assembly: Assembly,
  consumer: StackNode,
  reference: Reference,
): Json {
  const { home: producer } = reference;
  if (needsRegions(assembly, consumer, producer)) return "";
  return getStackOutput(reference, {
    consumerRole: executionRole(consumer),
    partition: stackPartition(producer, assembly.flags),
  });
}

/** The role of the bootstrap stack with which CloudFormation deploys a stack. */
function executionRole({ account, region }: StackNode): string {
  return `arn:\${AWS::Partition}:iam::${account}:role/cdk-hnb659fds-cfn-exec-role-${account}-${region}`;
}

function acrossRegions(
  assembly: Assembly,
  user: User,
  reference: Reference,
): Json {
  const { consumer } = user;
  const { home: producer } = reference;
  if (needsRegions(assembly, consumer, producer)) return "";
  addStackDependency(assembly, {
    from: consumer,
    to: producer,
    because: stepOf(user, reference),
  });
  const strength = assembly.flags[referenceFlag];
  if (strength === "weak") return getStackOutput(reference);
  const parameter = exportToRegion(assembly, reference, consumer);
  return strength === "both"
    ? getStackOutput(reference)
    : importFromRegion(assembly, parameter, consumer);
}

/** An export of the producing stack, and the import of it. */
function exportValue(reference: Reference): Json {
  const { home } = reference;
  const id = `Output${JSON.stringify(referenceJson(reference))}`;
  const scope = home.root.child("Exports").child(id);
  const logicalId = scope.element?.logicalId ?? home.logicalId(scope.path);
  const name = exportName(home, logicalId);
  scope.element ??= outputElement(logicalId, {
    Value: referenceJson(reference),
    Export: { Name: name },
  });
  return { "Fn::ImportValue": name };
}

const maximumExportName = 255;

/** Cut from its beginning, but for the stack's name. */
function exportName({ name }: StackNode, logicalId: string): string {
  const prefix = `${name}:`;
  const excess = logicalId.length - maximumExportName + prefix.length;
  return prefix + logicalId.slice(Math.max(0, excess));
}

function outputElement(
  logicalId: string,
  json: Readonly<Record<string, Json>>,
): NonNullable<Scope["element"]> {
  return {
    section: "Outputs",
    logicalId,
    eachText: noText,
    render: () => ({ json }),
  };
}

/** What the marks stand for in the texts of a stack. */
export function resolverOf(
  assembly: Assembly,
  consumer: StackNode,
): (mark: string) => Json {
  return (mark) => {
    const reference = assembly.reference(mark);
    if (reference === undefined) return expressionIn(assembly, consumer, mark);
    if (reference.home === consumer) return referenceJson(reference);
    return consumer.imports.get(mark) ?? referenceJson(reference);
  };
}

function expressionIn(
  assembly: Assembly,
  consumer: StackNode,
  mark: string,
): Json {
  const expression = assembly.expressionOf(mark);
  return expression === undefined
    ? mark
    : resolveExpression(expression, resolverOf(assembly, consumer));
}
