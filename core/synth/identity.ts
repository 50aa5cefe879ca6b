import type { ImportedIdentity, NewIdentity } from "../design/design.ts";
import type { Path } from "../problem/problem.ts";
import { arnParts } from "./arn-parts.ts";
import type { ArnParts } from "./arn-parts.ts";
import type { Assembly, StackNode } from "./assembly.ts";
import type { Scope } from "./construct-tree.ts";
import { IdentityPolicy, longestPolicyName } from "./identity-policy.ts";
import { cdkLogicalId, uniqueResourceName } from "./logical-id.ts";
import { stackPartition } from "./partition.ts";
import { ResourceName } from "./physical-name.ts";
import type { PolicyStatement } from "./policy-statement.ts";
import { isUnresolved } from "./resolve-text.ts";
import { refusal } from "./refusal.ts";

/** A user, role or group as grants see it. */
export interface Identity {
  readonly home: StackNode;
  readonly kind: "role" | "user" | "group";
  /** A stack of the design creates it. */
  readonly isOwned: boolean;
  /** Grants may attach a policy to it. */
  readonly isMutable: boolean;
  /** The ARN, with marks. */
  readonly arn: string;
  /** The account that the CDK takes it to be in. */
  readonly account: string;
  /** Puts a statement into its identity policy; an immutable role drops it and says that it succeeded. */
  readonly attach: (statement: PolicyStatement) => void;
  /** What the CDK does once everything is granted. */
  readonly finish?: () => void;
  /** The name in the CDK by which two are the same principal; undefined where only one object is the same. */
  readonly comparable?: string;
}

const iamTypes = {
  role: { type: "AWS::IAM::Role", nameProperty: "RoleName", list: "Roles" },
  user: { type: "AWS::IAM::User", nameProperty: "UserName", list: "Users" },
  group: { type: "AWS::IAM::Group", nameProperty: "GroupName", list: "Groups" },
} as const;

/** What the resource types of IAM call their parts. */
export { iamTypes };

const kinds = {
  "new-role": "role",
  "new-user": "user",
  "new-group": "group",
  "imported-role": "role",
  "imported-user": "user",
  "imported-group": "group",
} as const;

/** A new user, role or group: its construct, whose resource the caller writes, and how others name it. */
export function ownedIdentity(
  assembly: Assembly,
  identity: NewIdentity,
  path: Path,
): Identity & {
  readonly scope: Scope;
  readonly logicalId: string;
  readonly name: ResourceName;
} {
  const home = assembly.stack(identity.stack);
  const kind = kinds[identity.kind];
  const scope = home.root.child(identity.id, path);
  const resource = scope.child("Resource");
  const logicalId = home.logicalId(resource.path);
  const own = { home, construct: scope.id, logicalId };
  const name = nameOf(identity, assembly, scope);
  const policy = new IdentityPolicy(assembly, home, {
    scope,
    id: "DefaultPolicy",
    list: iamTypes[kind].list,
    member: assembly.mark({ ...own, attribute: "Ref" }),
  });
  const arn = assembly.mark({
    ...own,
    attribute: "Arn",
    elsewhere: () => {
      const known = name.elsewhere();
      if (known === undefined) refuseWithoutName(assembly, identity.id, path);
      return known && iamArn(assembly, home, `${kind}/${known}`);
    },
  });
  const isMutable = !("mutable" in identity) || (identity.mutable ?? true);
  return {
    home,
    kind,
    isOwned: true,
    isMutable,
    arn,
    account: home.account,
    attach: (statement) => {
      if (isMutable) policy.add(statement);
    },
    ...(kind === "role" && { finish: () => policy.split() }),
    scope: resource,
    logicalId,
    name,
  };
}

function nameOf(
  { physicalName: given, stack }: NewIdentity,
  assembly: Assembly,
  { path }: Scope,
): ResourceName {
  const name =
    typeof given === "object" ? { name: assembly.text(given.name) } : given;
  return new ResourceName(name, assembly.stack(stack), path);
}

function iamArn(
  { flags }: Assembly,
  home: StackNode,
  resource: string,
): string {
  return `arn:${stackPartition(home, flags)}:iam::${home.account}:${resource}`;
}

function refuseWithoutName(assembly: Assembly, id: string, path: Path): void {
  assembly.problems.push(
    refusal("principal/name-needed", [...path, "physicalName"], {
      message: `\`${id}\` is named by a stack of another account or Region and has no name of its own`,
      help: "give it a name, or have the CDK generate one where it is needed",
    }),
  );
}

/** A user, role or group that exists. */
export function importedIdentity(
  assembly: Assembly,
  identity: ImportedIdentity,
  path: Path,
): Identity | undefined {
  const home = assembly.stack(identity.stack);
  const kind = kinds[identity.kind];
  const arn = importedArn(assembly, identity);
  const parts = arnParts(arn, assembly);
  const member = parts && attachedName(kind, { arn, parts }, assembly);
  if (parts === undefined || member === undefined) {
    refuseWithoutNameInArn(assembly, identity, path);
    return undefined;
  }
  const account = accountOf(assembly, kind, parts.account);
  const isMutable =
    kind !== "role" ||
    (mayAttach(parts.account, home) &&
      (!("mutable" in identity) || (identity.mutable ?? true)));
  const scope = home.root.child(identity.id, path);
  const policy = new IdentityPolicy(assembly, home, {
    scope,
    ...importedPolicyName(assembly, kind, { home, scope }),
    list: iamTypes[kind].list,
    member,
  });
  return {
    home,
    kind,
    isOwned: false,
    isMutable,
    arn,
    account,
    attach: (statement) => {
      if (isMutable) policy.add(statement);
    },
    ...(kind === "role" && isMutable && { comparable: `ImportedRole ${arn}` }),
  };
}

/** The name by which a policy is attached: the last part of the path, for a group with all of the path. */
function attachedName(
  kind: Identity["kind"],
  { arn, parts }: { readonly arn: string; readonly parts: ArnParts },
  assembly: Assembly,
): string | undefined {
  const { resource, resourceName } = parts;
  if (kind === "group") return resourceName;
  if (kind === "user" && resource === undefined)
    return assembly.expression({
      "Fn::Select": [1, { "Fn::Split": [":user/", arn] }],
    });
  const isOther =
    resource !== undefined && resource !== kind && !isUnresolved(resource);
  if (kind === "user" && isOther) return undefined;
  return resourceName.split("/").at(-1);
}

function refuseWithoutNameInArn(
  assembly: Assembly,
  { id, kind }: ImportedIdentity,
  path: Path,
): void {
  assembly.problems.push(
    refusal("principal/arn-form", [...path, "identity"], {
      message: `the ARN of \`${id}\` has no name of a ${kinds[kind]}`,
      help: `write it as arn:aws:iam::111122223333:${kinds[kind]}/NAME`,
    }),
  );
}

/** v1 takes an imported user to be in the account that deploys, whatever its ARN says. */
function accountOf(
  { isV1 }: Assembly,
  kind: Identity["kind"],
  account: string,
): string {
  return kind === "user" && isV1 ? "${AWS::AccountId}" : account;
}

/** Both accounts are known and differ: no policy of this stack can reach the role. */
function mayAttach(account: string, home: StackNode): boolean {
  return (
    account === home.account ||
    isUnresolved(account) ||
    isUnresolved(home.account)
  );
}

function importedArn(
  assembly: Assembly,
  { identity, stack, kind }: ImportedIdentity,
): string {
  const home = assembly.stack(stack);
  return "arn" in identity
    ? assembly.text(identity.arn)
    : iamArn(assembly, home, `${kinds[kind]}/${assembly.text(identity.name)}`);
}

function importedPolicyName(
  assembly: Assembly,
  kind: Identity["kind"],
  { home, scope }: { readonly home: StackNode; readonly scope: Scope },
): { readonly id: string; readonly policyName?: string } {
  if (kind === "group") return { id: "DefaultPolicy" };
  const isSafe =
    assembly.flags["@aws-cdk/aws-iam:importedRoleStackSafeDefaultPolicyName"];
  if (kind === "user" || !isSafe) return { id: "Policy" };
  const path = [home.stack.id, ...scope.path];
  const wish = `Policy${cdkLogicalId(path) ?? ""}`;
  const name =
    wish.length > longestPolicyName
      ? `Policy${uniqueResourceName([home.name, ...scope.path], longestPolicyName - "Policy".length)}`
      : wish;
  return { id: name, policyName: name };
}
