import type { Consumer } from "../design/design.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import type { Path } from "../problem/problem.ts";
import { consumerResources } from "./consumer-resources.ts";
import type { ConsumerResource } from "./consumer-resources.ts";
import type { Scope } from "./construct-tree.ts";
import { accountVia } from "./grantee.ts";
import type { Surroundings } from "./grantee.ts";
import type { KeyNode } from "./key-node.ts";
import { policyStatement } from "./policy-statement.ts";
import { eachText, resolveMembers } from "./resolve-text.ts";
import { wholeFrom } from "./template.ts";

/** Puts a resource that uses a key into its stack, with what the CDK adds to the key policy for it. */
export function buildConsumer(
  { consumer, path }: { readonly consumer: Consumer; readonly path: Path },
  node: KeyNode,
  around: Surroundings,
): void {
  const scope = around.home.root.child(consumer.id, path);
  // A replica is no construct that can be granted anything on.
  if (consumer.kind === "secret" && node.key.kind !== "replica")
    allowSecretsManager(path, node, around);
  const ids = new Map<string, string>();
  const { assembly, home } = around;
  const logicalId = (scopes: string) => ids.get(scopes) ?? "";
  const resources = consumerResources(consumer.kind, assembly.flags, {
    account: home.account,
    keyArn: node.arn(),
    isV1: assembly.isV1,
    logicalId,
    attribute: (scopes, attribute) =>
      assembly.mark({
        home,
        construct: scope.id,
        logicalId: logicalId(scopes),
        attribute,
      }),
  });
  for (const { scopes } of resources) {
    const resource = at(scope, scopes);
    ids.set(scopes.join("/"), around.home.logicalId(resource.path));
  }
  for (const resource of resources)
    writeResource(at(scope, resource.scopes), resource, ids);
}

function at(scope: Scope, scopes: readonly string[]): Scope {
  return [...scopes, "Resource"].reduce(
    (parent, id) => parent.child(id),
    scope,
  );
}

function writeResource(
  scope: Scope,
  { scopes, json }: ConsumerResource,
  ids: ReadonlyMap<string, string>,
): void {
  const content = json();
  scope.element = {
    section: "Resources",
    logicalId: ids.get(scopes.join("/")) ?? "",
    eachText: (show) => {
      eachText(content, show);
    },
    render: (resolve) => ({
      json: resolveMembers(content, resolve),
      origins: wholeFrom(scope.origin),
    }),
  };
}

/** Secrets Manager uses the key for whoever may read the secret. Source: aws-cdk-lib 2.276.0, aws-secretsmanager/lib/secret. */
function allowSecretsManager(
  path: Path,
  node: KeyNode,
  around: Surroundings,
): void {
  const { region, account } = around.home;
  const principal = accountVia(
    `secretsmanager.${region}.amazonaws.com`,
    account,
    { ...around, home: node.home },
  );
  for (const actions of [
    grantActions.encryptDecrypt,
    ["kms:CreateGrant", "kms:DescribeKey"],
  ])
    node.statements?.push(
      policyStatement({
        actions,
        principals: [principal],
        resources: ["*"],
        origins: [path],
      }),
    );
}
