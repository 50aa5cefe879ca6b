import type { Json } from "../problem/json.ts";
import type { Reference, StackNode } from "./assembly.ts";
import { noText } from "./construct-tree.ts";
import type { Scope } from "./construct-tree.ts";
import { referenceJson } from "./reference-json.ts";
import { isUnresolved, resolveText } from "./resolve-text.ts";
import { uniqueResourceName } from "./logical-id.ts";

/** Who reads an output from another account. */
export interface OtherAccount {
  /** The role with which the reading stack is deployed. */
  readonly consumerRole: string;
  readonly partition: string;
}

const scopeId = "Publish";

/** A plain output of the producing stack, and the function that reads it when the other stack is deployed. */
export function getStackOutput(
  reference: Reference,
  other?: OtherAccount,
): Json {
  const { home } = reference;
  const scope = home.root.child(scopeId);
  const outputName = publishedOutput(reference, scope);
  const role =
    other === undefined
      ? {}
      : { RoleArn: resolveText(roleFor(home, scope, other)) };
  return {
    "Fn::GetStackOutput": {
      StackName: home.name,
      Region: isPseudo(home.region) ? { Ref: "AWS::Region" } : home.region,
      ...role,
      OutputName: outputName,
    },
  };
}

function isPseudo(region: string): boolean {
  return region === "${AWS::Region}";
}

function publishedOutput(reference: Reference, scope: Scope): string {
  const id = `Output${JSON.stringify(referenceJson(reference))}`;
  const output = scope.child(id);
  const logicalId =
    output.element?.logicalId ?? reference.home.logicalId([scopeId, id]);
  output.element ??= {
    section: "Outputs",
    logicalId,
    eachText: noText,
    render: () => ({ json: { Value: referenceJson(reference) } }),
  };
  return logicalId;
}

/** The role that lets stacks of other accounts read the outputs; each reader is added to those who may assume it. */
function roleFor(
  home: StackNode,
  scope: Scope,
  { consumerRole, partition }: OtherAccount,
): string {
  const role = scope.child("GetStackOutputRole");
  const name = uniqueName(home, "GetStackOutputRole", 64);
  const readers = readersOf(role);
  readers.add(consumerRole);
  const roleId =
    role.element?.logicalId ?? home.logicalId([scopeId, "GetStackOutputRole"]);
  role.element ??= {
    section: "Resources",
    logicalId: roleId,
    eachText: noText,
    render: () => ({ json: roleJson(name, readers) }),
  };
  const policy = scope.child("GetStackOutputPolicy");
  policy.element ??= {
    section: "Resources",
    logicalId: home.logicalId([scopeId, "GetStackOutputPolicy"]),
    eachText: noText,
    render: () => ({ json: policyJson(home, roleId, partition) }),
  };
  return `arn:${partition}:iam::${accountOf(home)}:role/${name}`;
}

/** The CDK writes these words for an account it does not know. */
function accountOf({ account }: StackNode): string {
  return isUnresolved(account) ? "unknown-account" : account;
}

const readers = new WeakMap<Scope, Set<string>>();

function readersOf(role: Scope): Set<string> {
  const known = readers.get(role) ?? new Set();
  readers.set(role, known);
  return known;
}

function roleJson(name: string, who: ReadonlySet<string>) {
  const arns = [...who].map((arn) => ({ "Fn::Sub": arn }));
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: arns.length === 1 ? (arns[0] ?? arns) : arns },
            Action: ["sts:AssumeRole"],
          },
        ],
      },
      RoleName: name,
    },
  };
}

function policyJson(home: StackNode, roleId: string, partition: string) {
  return {
    Type: "AWS::IAM::Policy",
    Properties: {
      Roles: [{ Ref: roleId }],
      PolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "cloudformation:DescribeStacks",
            Resource: resolveText(
              `arn:${partition}:cloudformation:${home.region}:${accountOf(home)}:stack/${home.name}/*`,
            ),
          },
        ],
      },
      PolicyName: uniqueName(home, "GetStackOutputPolicy", 128),
    },
  };
}

function uniqueName(
  { name }: StackNode,
  id: string,
  maxLength: number,
): string {
  return uniqueResourceName([name, scopeId, id], maxLength);
}
