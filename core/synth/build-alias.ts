import type {
  Overrides,
  RemovalPolicy,
  SeparateAlias,
} from "../design/design.ts";
import { isDefined } from "../design/design.ts";
import { removalPolicies } from "../design/removal-policies.ts";
import type { Json } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import type { Assembly, StackNode } from "./assembly.ts";
import type { Element, Rendered, Scope } from "./construct-tree.ts";
import type { AliasNode, KeyNode } from "./key-node.ts";
import { withOverrides } from "./overrides.ts";
import { isUnresolved, resolveText } from "./resolve-text.ts";
import type { Resolver, ShowText } from "./resolve-text.ts";
import { wholeFrom } from "./template.ts";
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
  node.aliases.push(
    aliasAt(node.scope.child(id, path), {
      assembly,
      node,
      name,
      home: node.home,
      removalPolicy: isDefined(node.key)
        ? node.key.aliasRemovalPolicy
        : undefined,
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
  scope.element = new Alias(scope, {
    assembly,
    home: node.home,
    logicalId,
    name: text,
    target: node.id(),
    removalPolicy: undefined,
  });
  node.aliases.push({ home: node.home, name: () => text });
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
  const scope = home.root.child(alias.id, path);
  const { name, removalPolicy, logicalId, overrides } = alias;
  if (alias.construct === undefined)
    return aliasAt(scope, {
      assembly,
      node,
      home,
      name,
      removalPolicy,
      logicalId,
      overrides,
    });
  const text = assembly.text(name);
  scope.element = new Alias(scope, {
    assembly,
    home,
    logicalId: logicalId ?? home.logicalId(scope.path),
    name: text,
    target: node.id(),
    removalPolicy,
    overrides,
  });
  return { home, name: () => text };
}

interface AliasParts {
  readonly assembly: Assembly;
  readonly node: KeyNode;
  readonly home: StackNode;
  readonly name: string;
  readonly removalPolicy: RemovalPolicy | undefined;
  readonly logicalId?: string | undefined;
  readonly overrides?: Overrides | undefined;
}

function aliasAt(
  scope: Scope,
  { assembly, node, home, name, ...parts }: AliasParts,
): AliasNode {
  const resource = scope.child("Resource");
  const alias = new Alias(resource, {
    assembly,
    home,
    logicalId: parts.logicalId ?? home.logicalId(resource.path),
    name: fullAliasName(assembly.text(name), assembly.design.cdk.line),
    target: node.arn(),
    removalPolicy: parts.removalPolicy,
    overrides: parts.overrides,
  });
  resource.element = alias;
  return alias;
}

interface AliasResource {
  readonly assembly: Assembly;
  readonly home: StackNode;
  readonly logicalId: string;
  readonly name: string;
  readonly target: string;
  readonly removalPolicy: RemovalPolicy | undefined;
  readonly overrides?: Overrides | undefined;
}

/** The `AWS::KMS::Alias` that the CDK writes. */
class Alias implements Element, AliasNode {
  readonly section = "Resources";
  readonly home: StackNode;
  readonly logicalId: string;
  readonly #scope: Scope;
  readonly #alias: AliasResource;

  constructor(scope: Scope, alias: AliasResource) {
    this.home = alias.home;
    this.logicalId = alias.logicalId;
    this.#scope = scope;
    this.#alias = alias;
  }

  get isNamedLater(): boolean {
    return isUnresolved(this.#alias.name);
  }

  name(): string {
    const { assembly, home, logicalId, name } = this.#alias;
    if (!assembly.flags["@aws-cdk/aws-kms:aliasNameRef"]) return name;
    return assembly.mark({
      home,
      construct: this.#scope.path[0] ?? "",
      logicalId,
      attribute: "Ref",
      elsewhere: () => name,
    });
  }

  eachText(show: ShowText): void {
    show(this.#alias.name);
    show(this.#alias.target);
  }

  render(resolve: Resolver): Rendered {
    const { name, target, removalPolicy, overrides } = this.#alias;
    const json: Record<string, Json> = {
      Type: "AWS::KMS::Alias",
      Properties: {
        AliasName: resolveText(name, resolve),
        TargetKeyId: resolveText(target, resolve),
      },
    };
    addRemoval(json, removalPolicy);
    return {
      json: withOverrides(json, overrides),
      origins: wholeFrom(this.#scope.origin),
    };
  }
}

/** Adds what a removal policy writes into a resource. */
export function addRemoval(
  json: Record<string, Json>,
  policy: RemovalPolicy | undefined,
): void {
  if (policy === undefined) return;
  const { deletionPolicy, updateReplacePolicy } = removalPolicies[policy];
  json["UpdateReplacePolicy"] = updateReplacePolicy;
  json["DeletionPolicy"] = deletionPolicy;
}
