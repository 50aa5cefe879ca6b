import type { Json, JsonObject } from "../problem/json.ts";
import type { Assembly, Reference, StackNode } from "./assembly.ts";
import { noText } from "./construct-tree.ts";
import type { Element, Scope } from "./construct-tree.ts";
import { cdkLogicalId } from "./logical-id.ts";
import { stackPartition } from "./partition.ts";
import { referenceJson } from "./reference-json.ts";
import { isUnresolved, resolveText } from "./resolve-text.ts";

/**
 * A strong reference to a stack of another Region: the CDK has a Lambda function copy the value into a parameter of
 * AWS Systems Manager there, and another one watch over those who read it.
 *
 * Source: aws-cdk-lib 2.276.0, core/lib/custom-resource-provider/cross-region-export-providers;
 * the hashes are those of the functions' code in that version.
 */
const providers = {
  writer: {
    type: "Custom::CrossRegionExportWriter",
    code: "e85f121a37e8f08b699ed379d86800b70a9e3204de932db16379efc4eb8a7605",
    actions: [
      "ssm:DeleteParameters",
      "ssm:ListTagsForResource",
      "ssm:GetParameters",
      "ssm:PutParameter",
    ],
  },
  reader: {
    type: "Custom::CrossRegionExportReader",
    code: "72ae571d685f17a6d58dd21ffdf2f0f2fcc45102bdc4916e15129abb2525b48f",
    actions: [
      "ssm:AddTagsToResource",
      "ssm:RemoveTagsFromResource",
      "ssm:GetParameters",
    ],
  },
} as const;

/** Writes the value of a reference to the Region of the stack that reads it. Returns the name of the parameter. */
export function exportToRegion(
  { flags }: Assembly,
  reference: Reference,
  consumer: StackNode,
): string {
  const { home } = reference;
  const { region } = consumer;
  const id = cdkLogicalId(["ExportsWriter", region]) ?? "";
  const scope = home.root.child(id);
  const parameter = parameterName(reference, consumer);
  const resource = `arn:${stackPartition(home, flags)}:ssm:${region}:${home.account}:parameter/cdk/exports/*`;
  const values = customResource(scope, home, {
    kind: "writer",
    resource: resolveText(resource),
  });
  values.json = (all) => ({ WriterProps: { region, exports: all } });
  values.entries.set(parameter, referenceJson(reference));
  return parameter;
}

/** Reads a parameter that another Region's stack writes. */
export function importFromRegion(
  { flags }: Assembly,
  parameter: string,
  consumer: StackNode,
): Json {
  const scope = consumer.root.child("ExportsReader");
  const { name, region, account } = consumer;
  const resource = `arn:${stackPartition(consumer, flags)}:ssm:${region}:${account}:parameter/cdk/exports/${name}/*`;
  const values = customResource(scope, consumer, {
    kind: "reader",
    resource: resolveText(resource),
  });
  values.json = (all) => ({
    ReaderProps: { region, prefix: name, imports: all },
  });
  values.entries.set(parameter, `{{resolve:ssm:${parameter}}}`);
  return { "Fn::GetAtt": [values.logicalId, parameter] };
}

const longestName = 900;

function parameterName(reference: Reference, consumer: StackNode): string {
  const { home } = reference;
  const prefix = `${consumer.name}/`;
  const local =
    cdkLogicalId([
      home.name,
      home.region,
      JSON.stringify(referenceJson(reference)),
    ]) ?? "";
  const excess = local.length - longestName + prefix.length;
  return `/cdk/exports/${prefix}${local.slice(Math.max(0, excess))}`;
}

/** The values that a custom resource holds, which grow while stacks are linked. */
interface Values {
  readonly logicalId: string;
  readonly entries: Map<string, Json>;
  json: (all: JsonObject) => JsonObject;
}

/** The kind of a custom resource, and what its function may touch. */
interface Provider {
  readonly kind: keyof typeof providers;
  readonly resource: Json;
}

const held = new WeakMap<Scope, Values>();

function customResource(
  scope: Scope,
  home: StackNode,
  { kind, resource }: Provider,
): Values {
  const element = scope.child("Resource").child("Default");
  const known = held.get(element);
  if (known !== undefined) return known;
  const values: Values = {
    logicalId: home.logicalId(element.path),
    entries: new Map(),
    json: (all) => all,
  };
  held.set(element, values);
  const handler = provider(home, kind, resource);
  element.element = plain(values.logicalId, () => ({
    Type: providers[kind].type,
    Properties: {
      ServiceToken: { "Fn::GetAtt": [handler, "Arn"] },
      ...values.json(Object.fromEntries(values.entries)),
    },
    UpdateReplacePolicy: "Delete",
    DeletionPolicy: "Delete",
  }));
  return values;
}

/** What each role may touch. A writer has all Regions in one list, the reader of a stack has one parameter path. */
const touched = new WeakMap<Scope, Json[]>();

/** The role and the function behind custom resources of a kind, one of each in a stack. Returns the function's logical ID. */
function provider(
  home: StackNode,
  kind: keyof typeof providers,
  resource: Json,
): string {
  const { type, code, actions } = providers[kind];
  const scope = home.root.child(`${type}CustomResourceProvider`);
  const role = scope.child("Role");
  const handler = scope.child("Handler");
  const resources = touched.get(role) ?? [];
  touched.set(role, resources);
  resources.push(resource);
  const statement = () => ({
    Effect: "Allow",
    Resource: kind === "writer" ? resources : resource,
    Action: actions,
  });
  const roleId = role.element?.logicalId ?? home.logicalId(role.path);
  const handlerId = handler.element?.logicalId ?? home.logicalId(handler.path);
  role.element ??= plain(roleId, () => roleJson(statement()));
  handler.element ??= plain(handlerId, () => functionJson(home, code, roleId));
  return handlerId;
}

function plain(logicalId: string, json: () => JsonObject): Element {
  return {
    section: "Resources",
    logicalId,
    eachText: noText,
    render: () => ({ json: json() }),
  };
}

function roleJson(statement: Json): JsonObject {
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Action: "sts:AssumeRole",
            Effect: "Allow",
            Principal: { Service: "lambda.amazonaws.com" },
          },
        ],
      },
      ManagedPolicyArns: [
        {
          "Fn::Sub":
            "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        },
      ],
      Policies: [
        {
          PolicyName: "Inline",
          PolicyDocument: { Version: "2012-10-17", Statement: [statement] },
        },
      ],
    },
  };
}

function functionJson(
  { account, region }: StackNode,
  code: string,
  roleId: string,
): JsonObject {
  const bucket = `cdk-hnb659fds-assets-${account}-${region}`;
  return {
    Type: "AWS::Lambda::Function",
    Properties: {
      Code: {
        S3Bucket: isUnresolved(account) ? { "Fn::Sub": bucket } : bucket,
        S3Key: `${code}.zip`,
      },
      Timeout: 900,
      MemorySize: 128,
      Handler: "__entrypoint__.handler",
      Role: { "Fn::GetAtt": [roleId, "Arn"] },
      Runtime: "nodejs24.x",
    },
    DependsOn: [roleId],
  };
}
