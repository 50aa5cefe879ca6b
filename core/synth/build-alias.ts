import type { SeparateAlias } from "../design/design.ts";
import { isDefined } from "../design/design.ts";
import { removalPolicies } from "../design/removal-policies.ts";
import type { Json } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import type { Assembly, StackNode } from "./assembly.ts";
import type { Scope } from "./construct-tree.ts";
import type { AliasNode, KeyNode } from "./key-node.ts";
import { isUnresolved, resolveText } from "./resolve-text.ts";
import { fullAliasName } from "./alias-name.ts";

/** An alias name and where the design has it. */
interface PlacedName {
  readonly name: string;
  readonly path: Path;
}

/** Adds an alias to a key: the first is the construct `Alias` below it, later ones carry their name as it was written. */
export function addKeyAlias(
  assembly: Assembly,
  node: KeyNode,
  { name, path }: PlacedName,
): void {
  if (node.key.kind === "replica") {
    addReplicaAlias(assembly, node, { name, path });
    return;
  }
  const id = node.aliases.length === 0 ? "Alias" : `Alias${name}`;
  const removalPolicy = isDefined(node.key)
    ? node.key.aliasRemovalPolicy
    : undefined;
  node.aliases.push(
    aliasAt(node.scope.child(id, path), {
      assembly,
      node,
      name,
      home: node.home,
      ...(removalPolicy && { removalPolicy }),
    }),
  );
}

/** A replica is an L1 construct, and so are its aliases. */
function addReplicaAlias(
  assembly: Assembly,
  node: KeyNode,
  { name, path }: PlacedName,
): void {
  const id = replicaAliasId(node.key.id, node.aliases.length);
  const scope = node.home.root.child(id, path);
  const logicalId = node.home.logicalId(scope.path);
  const text = assembly.text(name);
  writeAlias(scope, logicalId, { name: text, target: node.id() });
  node.aliases.push({ home: node.home, name: text });
}

/** The construct id of an alias of a replica. */
export function replicaAliasId(key: string, index: number): string {
  return `${key}Alias${index === 0 ? "" : index + 1}`;
}

/** An alias that is a construct of its own. */
export function buildAlias(
  assembly: Assembly,
  { alias, path }: { readonly alias: SeparateAlias; readonly path: Path },
  node: KeyNode,
): AliasNode {
  const home = assembly.stack(alias.stack);
  return aliasAt(home.root.child(alias.id, path), {
    assembly,
    node,
    home,
    name: alias.name,
    ...(alias.removalPolicy && { removalPolicy: alias.removalPolicy }),
  });
}

interface AliasParts {
  readonly assembly: Assembly;
  readonly node: KeyNode;
  readonly home: StackNode;
  readonly name: string;
  readonly removalPolicy?: keyof typeof removalPolicies;
}

function aliasAt(
  scope: Scope,
  { assembly, node, home, name, removalPolicy }: AliasParts,
): AliasNode {
  const resource = scope.child("Resource");
  const logicalId = home.logicalId(resource.path);
  const full = fullAliasName(assembly.text(name), assembly.design.cdk.line);
  writeAlias(resource, logicalId, {
    name: full,
    target: node.arn(),
    ...(removalPolicy && { removalPolicy }),
  });
  const isReferred = assembly.flags["@aws-cdk/aws-kms:aliasNameRef"];
  return {
    home,
    isNamedLater: isUnresolved(full),
    name: isReferred
      ? assembly.mark({
          home,
          path: resource.path,
          logicalId,
          attribute: "Ref",
          elsewhere: () => full,
        })
      : full,
  };
}

function writeAlias(
  scope: Scope,
  logicalId: string,
  alias: {
    readonly name: string;
    readonly target: string;
    readonly removalPolicy?: keyof typeof removalPolicies;
  },
): void {
  scope.element = {
    section: "Resources",
    logicalId,
    values: () => [alias.name, alias.target],
    render: (resolve) => ({
      json: {
        Type: "AWS::KMS::Alias",
        Properties: {
          AliasName: resolveText(alias.name, resolve),
          TargetKeyId: resolveText(alias.target, resolve),
        },
        ...removalJson(alias.removalPolicy),
      },
      origins: { resource: scope.origin, parts: {}, statements: [] },
    }),
  };
}

/** What a removal policy writes into a resource. */
export function removalJson(
  policy: keyof typeof removalPolicies | undefined,
): Readonly<Record<string, Json>> {
  if (policy === undefined) return {};
  const { deletionPolicy, updateReplacePolicy } = removalPolicies[policy];
  return {
    UpdateReplacePolicy: updateReplacePolicy,
    DeletionPolicy: deletionPolicy,
  };
}
