import type {
  Conditions,
  Intrinsic,
  Principal,
  PrincipalElement,
} from "../design/design.ts";
import { indexOfId } from "../design/members.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import type { Assembly, StackNode } from "./assembly.ts";
import type { Identity } from "./identity.ts";
import { stackPartition } from "./partition.ts";
import { literal, mergeConditions } from "./policy-statement.ts";
import type { PolicyPrincipal, PolicyStatement } from "./policy-statement.ts";
import { refusal } from "./refusal.ts";
import { serviceNameInV1 } from "./service-principal.ts";

/** Somebody who is granted something, as the CDK sees it in a stack. */
export interface Grantee {
  /** How policies name it. */
  readonly principal: PolicyPrincipal;
  /** What the CDK compares principals by; undefined where only one object is the same. */
  readonly comparable: string | undefined;
  /** The account that the CDK takes it to be in; undefined for those that have none. */
  readonly account: string | undefined;
  /** Puts a statement into its identity policy; undefined for those that have none. */
  readonly attach: ((statement: PolicyStatement) => void) | undefined;
  /** The user, role or group that it is, not one that it wraps. */
  readonly identity: Identity | undefined;
  /** The action by which a role lets it in. */
  readonly assumeRoleAction: string;
  /** The members of a composite, each of which gets a statement of its own in a role. */
  readonly members: readonly Grantee[] | undefined;
}

/** What is needed to see principals. */
export interface Surroundings {
  readonly assembly: Assembly;
  /** The stack in whose policy the principal stands. */
  readonly home: StackNode;
  readonly identityOf: (id: string) => Identity | undefined;
}

/** The principal of the design with this id as policies of a stack name it. */
export function granteeOf(id: string, around: Surroundings): Grantee {
  const { grantees } = around.home;
  const known = grantees.get(id) ?? makeGrantee(id, around);
  grantees.set(id, known);
  return known;
}

function makeGrantee(id: string, around: Surroundings): Grantee {
  const { design } = around.assembly;
  const index = indexOfId(design.principals, id);
  const principal = design.principals[index];
  // INVARIANT: a parsed design names only principals it has.
  if (principal === undefined) throw new Error(`no principal ${id}`);
  const path: Path = ["principals", index];
  const grantee = unplaced(principal, path, around);
  return {
    ...grantee,
    principal: {
      ...grantee.principal,
      identity: grantee.comparable ?? `one ${id}`,
      origin: path,
    },
  };
}

type Parts = Partial<Omit<Grantee, "principal">> & {
  readonly json: PolicyPrincipal["json"];
  readonly conditions?: JsonObject;
  readonly isGroup?: boolean | undefined;
};

function newGrantee({ json, conditions, isGroup, ...parts }: Parts): Grantee {
  const isConditional =
    conditions !== undefined && Object.keys(conditions).length > 0;
  return {
    principal: {
      identity: "",
      json,
      ...(isConditional && { conditions }),
      ...(isGroup === true && { isGroup }),
    },
    comparable: undefined,
    account: undefined,
    attach: undefined,
    identity: undefined,
    assumeRoleAction: "sts:AssumeRole",
    members: undefined,
    ...parts,
  };
}

function unplaced(
  principal: Principal,
  path: Path,
  around: Surroundings,
): Grantee {
  const { assembly } = around;
  switch (principal.kind) {
    case "federated":
    case "web-identity":
      return federated(principal, assembly);
    case "composite":
      return composite(principal.members, path, around);
    case "with-conditions":
      return conditioned(
        granteeOf(principal.base, around),
        conditionsJson(principal.conditions, assembly),
      );
    case "via-service":
      return viaService(principal, around);
    case "new-role":
    case "new-user":
    case "new-group":
    case "imported-role":
    case "imported-user":
    case "imported-group":
      return identityGrantee(principal.id, around);
    default:
      return plainGrantee(principal, around);
  }
}

/** A principal that is no construct and has no other inside. */
function plainGrantee(
  principal: PlainPrincipal,
  around: Surroundings,
): Grantee {
  const { assembly, home } = around;
  const text = (value: string) => assembly.text(value);
  switch (principal.kind) {
    case "arn":
      return awsArn(text(principal.arn));
    case "any":
      return awsArn("*");
    case "star":
      return newGrantee({ comparable: "star", json: { [literal]: ["*"] } });
    case "account":
      return account(text(principal.account), around);
    case "account-root":
      return account(home.account, around);
    case "service":
      return service(text(principal.service), around);
    case "organization":
      return newGrantee({
        comparable: `organization ${principal.organization}`,
        json: { AWS: ["*"] },
        conditions: {
          StringEquals: { "aws:PrincipalOrgID": text(principal.organization) },
        },
      });
    case "organizational-unit":
      return conditioned(awsArn("*"), {
        "ForAnyValue:StringLike": {
          "aws:PrincipalOrgPaths": principal.paths.map(text),
        },
      });
    case "canonical-user":
      return newGrantee({
        comparable: `canonical ${principal.canonicalUser}`,
        json: { CanonicalUser: [text(principal.canonicalUser)] },
      });
    case "template-value":
      return templateValue(principal.element, principal.value);
  }
}

type PlainPrincipal = Extract<
  Principal,
  {
    kind:
      | "arn"
      | "any"
      | "star"
      | "account"
      | "account-root"
      | "service"
      | "organization"
      | "organizational-unit"
      | "canonical-user"
      | "template-value";
  }
>;

function templateValue(element: PrincipalElement, value: Intrinsic): Grantee {
  const type = element === "Principal" ? literal : element;
  return newGrantee({
    comparable: `template ${element} ${JSON.stringify(value)}`,
    json: { [type]: [value] },
  });
}

function awsArn(arn: string): Grantee {
  return newGrantee({ comparable: `arn ${arn}`, json: { AWS: [arn] } });
}

function account(id: string, { assembly, home }: Surroundings): Grantee {
  const partition = stackPartition(home, assembly.flags);
  return newGrantee({
    account: id,
    json: { AWS: [`arn:${partition}:iam::${id}:root`] },
  });
}

/** The account root of a stack, as the default key policy names it: a principal of its own in the CDK. */
export function defaultRoot(around: Surroundings): PolicyPrincipal {
  return {
    ...account(around.home.account, around).principal,
    identity: "root",
  };
}

/** The root of another account, which stands in for a principal that is not there yet when the key is created. */
export function accountRoot(id: string, around: Surroundings): PolicyPrincipal {
  const { assembly } = around;
  return {
    ...account(id, around).principal,
    identity: `account ${assembly.nextNumber()}`,
  };
}

/** An account that counts only where a service calls for it. */
export function accountVia(
  name: string,
  id: string,
  around: Surroundings,
): PolicyPrincipal {
  const { principal } = account(id, around);
  return {
    ...principal,
    identity: `via ${name} account ${around.assembly.nextNumber()}`,
    conditions: { StringEquals: { "kms:ViaService": name } },
  };
}

function service(name: string, { assembly, home }: Surroundings): Grantee {
  return newGrantee({
    comparable: `service ${name}`,
    json: { Service: [assembly.isV1 ? serviceNameInV1(name, home) : name] },
  });
}

function federated(
  principal: Extract<Principal, { kind: "federated" | "web-identity" }>,
  assembly: Assembly,
): Grantee {
  const conditions = conditionsJson(principal.conditions ?? {}, assembly);
  const isWeb = principal.kind === "web-identity";
  const action = isWeb ? "sts:AssumeRoleWithWebIdentity" : "sts:AssumeRole";
  return newGrantee({
    comparable: `federated ${principal.provider} ${action} ${JSON.stringify(conditions)}`,
    json: { Federated: [assembly.text(principal.provider)] },
    conditions,
    assumeRoleAction: action,
  });
}

function conditionsJson(
  conditions: Conditions,
  assembly: Assembly,
): JsonObject {
  return Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      assembly.json(keys),
    ]),
  );
}

/** A principal that counts under conditions only; grants still go to the policy of the one inside, without them. */
function conditioned(base: Grantee, conditions: JsonObject): Grantee {
  const all = mergeConditions(base.principal.conditions ?? {}, conditions);
  return {
    ...base,
    principal: { ...base.principal, conditions: all },
    comparable:
      base.comparable && `when ${base.comparable} ${JSON.stringify(all)}`,
    identity: undefined,
    members: undefined,
  };
}

function viaService(
  { service: name, base: id }: Extract<Principal, { kind: "via-service" }>,
  around: Surroundings,
): Grantee {
  const base = id === undefined ? awsArn("*") : granteeOf(id, around);
  const via = { "kms:ViaService": around.assembly.text(name) };
  const { StringEquals: equals, ...others } = base.principal.conditions ?? {};
  return newGrantee({
    comparable: base.comparable && `via ${name} ${base.comparable}`,
    isGroup: base.principal.isGroup,
    json: base.principal.json,
    conditions:
      equals === undefined
        ? { ...others, StringEquals: via }
        : {
            ...base.principal.conditions,
            StringEquals: { ...via, ...(isJsonObject(equals) && equals) },
          },
  });
}

function composite(
  ids: readonly string[],
  path: Path,
  around: Surroundings,
): Grantee {
  const members = ids.map((id) => granteeOf(id, around));
  if (members.some(({ principal }) => principal.conditions !== undefined))
    around.assembly.problems.push(
      refusal("principal/composite-conditions", [...path, "members"], {
        message: "a composite principal has a member with conditions",
        help: "name the members in statements of their own",
      }),
    );
  const json: Record<string, readonly Json[]> = {};
  for (const { principal } of members)
    for (const [type, values] of Object.entries(principal.json))
      json[type] = [...(json[type] ?? []), ...values];
  const known = members.map(({ comparable }) => comparable);
  return newGrantee({
    comparable: known.includes(undefined) ? undefined : `all ${known.join()}`,
    isGroup: members.some(({ principal }) => principal.isGroup === true),
    json,
    members,
    assumeRoleAction: members[0]?.assumeRoleAction ?? "sts:AssumeRole",
  });
}

function identityGrantee(id: string, around: Surroundings): Grantee {
  const identity = around.identityOf(id);
  // What its ARN lacks was refused when it was built.
  if (identity === undefined) return awsArn("*");
  const known = newGrantee({
    account: identity.account,
    attach: identity.attach,
    identity,
    json: { AWS: [identity.arn] },
    comparable: identity.comparable,
  });
  const isGroup = identity.kind === "group" && identity.isOwned;
  return isGroup
    ? { ...known, principal: { ...known.principal, isGroup } }
    : known;
}
