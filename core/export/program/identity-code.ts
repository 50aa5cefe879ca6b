import type { ImportedIdentity, NewIdentity } from "../../design/design.ts";
import type { Path } from "../../problem/problem.ts";
import type { Expression } from "./expression.ts";
import {
  constant,
  create,
  marked,
  staticCall,
  typeIn,
  withProperties,
} from "./expressions.ts";
import type { OptionalProperty } from "./expressions.ts";
import type { Place } from "./place.ts";
import { optional, scopeAndId } from "./values.ts";
import type { IdentityPrincipal } from "./variables.ts";

/** What the CDK calls the parts of each kind. */
const vocabulary = {
  "new-role": { type: "Role", name: "roleName" },
  "new-user": { type: "User", name: "userName" },
  "new-group": { type: "Group", name: "groupName" },
  "imported-role": {
    type: "Role",
    byArn: "fromRoleArn",
    byName: "fromRoleName",
  },
  "imported-user": {
    type: "User",
    byArn: "fromUserArn",
    byName: "fromUserName",
  },
  "imported-group": {
    type: "Group",
    byArn: "fromGroupArn",
    byName: "fromGroupName",
  },
} as const;

/** Creates a user, role or group, or refers to one that exists. */
export function addIdentity(
  identity: IdentityPrincipal,
  path: Path,
  place: Place,
): void {
  place.hold(
    place.variables.identity(identity),
    identityCode(identity, path, place),
    [path],
  );
}

function identityCode(
  identity: IdentityPrincipal,
  path: Path,
  place: Place,
): Expression {
  switch (identity.kind) {
    case "new-role":
    case "new-user":
    case "new-group":
      return create(
        typeIn("iam", vocabulary[identity.kind].type),
        scopeAndId(identity, path),
        newProps(identity, path, place),
      );
    case "imported-role":
    case "imported-user":
    case "imported-group":
      return imported(identity, path, place);
  }
}

function newProps(
  identity: NewIdentity,
  path: Path,
  place: Place,
): readonly OptionalProperty[] {
  const { name } = vocabulary[identity.kind];
  const at = [...path, "assumedBy"];
  return [
    ...(identity.kind === "new-role"
      ? [["assumedBy", place.principal(identity.assumedBy, at), at] as const]
      : []),
    [name, physicalName(identity, place), [...path, "physicalName"]],
  ];
}

function physicalName(
  { physicalName: name }: NewIdentity,
  { text }: Place,
): Expression | undefined {
  if (name === undefined) return undefined;
  return name === "generate"
    ? constant(typeIn("cdk", "PhysicalName"), "GENERATE_IF_NEEDED")
    : text(name.name);
}

function imported(
  principal: ImportedIdentity,
  path: Path,
  place: Place,
): Expression {
  const { kind, identity } = principal;
  const { type, byArn, byName } = vocabulary[kind];
  const isArn = "arn" in identity;
  const known = place.text(isArn ? identity.arn : identity.name);
  const mutable = "mutable" in principal ? principal.mutable : undefined;
  return withProperties(
    staticCall(typeIn("iam", type), isArn ? byArn : byName, [
      ...scopeAndId(principal, path),
      marked([[...path, "identity"]], known),
    ]),
    [["mutable", optional(mutable), [...path, "mutable"]]],
  );
}
