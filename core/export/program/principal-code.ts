import type {
  Conditions,
  Principal,
  PrincipalElement,
} from "../../design/design.ts";
import type { Path } from "../../problem/problem.ts";
import type { Expression } from "./expression.ts";
import { call, create, list, map, staticCall, typeIn } from "./expressions.ts";
import type { Place } from "./place.ts";
import { rawCode } from "./text.ts";
import type { IdentityPrincipal } from "./variables.ts";

/** A principal that is no construct. */
type PlainPrincipal = Exclude<Principal, IdentityPrincipal>;

/** The object of the CDK's IAM library for a principal that is no construct. */
export function principalCode(
  principal: PlainPrincipal,
  path: Path,
  place: Place,
): Expression {
  switch (principal.kind) {
    case "account-root":
      return of("AccountRootPrincipal");
    case "any":
      return of("AnyPrincipal");
    case "star":
      return of("StarPrincipal");
    case "organizational-unit":
      return call(of("AnyPrincipal"), "withConditions", [
        withinPaths(principal.paths, place),
      ]);
    case "federated":
    case "web-identity":
      return federated(principal, place);
    case "composite":
    case "with-conditions":
    case "via-service":
      return madeOfOthers(principal, path, place);
    default:
      return knownByName(principal, place);
  }
}

type OfKind<Kind extends PlainPrincipal["kind"]> = Extract<
  PlainPrincipal,
  { kind: Kind }
>;

function knownByName(
  principal: OfKind<
    | "arn"
    | "account"
    | "service"
    | "organization"
    | "canonical-user"
    | "template-value"
  >,
  { text }: Place,
): Expression {
  switch (principal.kind) {
    case "arn":
      return of("ArnPrincipal", text(principal.arn));
    case "account":
      return of("AccountPrincipal", text(principal.account));
    case "service":
      return of("ServicePrincipal", text(principal.service));
    case "organization":
      return of("OrganizationPrincipal", text(principal.organization));
    case "canonical-user":
      return of("CanonicalUserPrincipal", text(principal.canonicalUser));
    case "template-value":
      return ofElement[principal.element](
        staticCall(typeIn("cdk", "Token"), "asString", [
          rawCode(principal.value),
        ]),
      );
  }
}

function of(name: string, ...positional: readonly Expression[]): Expression {
  return create(typeIn("iam", name), positional);
}

/** A value that is a whole element stands in policies that are written as JSON only. */
const ofElement: Readonly<
  Record<PrincipalElement, (value: Expression) => Expression>
> = {
  AWS: (value) => of("ArnPrincipal", value),
  Service: (value) => of("ServicePrincipal", value),
  Federated: (value) => of("FederatedPrincipal", value, map([])),
  CanonicalUser: (value) => of("CanonicalUserPrincipal", value),
  Principal: (value) => of("ArnPrincipal", value),
};

function withinPaths(paths: readonly string[], { text }: Place): Expression {
  return map([
    [
      "ForAnyValue:StringLike",
      map([["aws:PrincipalOrgPaths", list(paths.map(text))]], true),
    ],
  ]);
}

/** v1 asks for the conditions of a federated principal, empty or not. */
function federated(
  { kind, provider, conditions }: OfKind<"federated" | "web-identity">,
  place: Place,
): Expression {
  const name = place.text(provider);
  if (kind === "federated")
    return of(
      "FederatedPrincipal",
      name,
      conditionsCode(conditions ?? {}, place),
    );
  return conditions === undefined
    ? of("WebIdentityPrincipal", name)
    : of("WebIdentityPrincipal", name, conditionsCode(conditions, place));
}

function madeOfOthers(
  principal: OfKind<"composite" | "with-conditions" | "via-service">,
  path: Path,
  place: Place,
): Expression {
  switch (principal.kind) {
    case "composite":
      return of(
        "CompositePrincipal",
        ...principal.members.map((id, index) =>
          place.principal(id, [...path, "members", index]),
        ),
      );
    case "with-conditions":
      return of(
        "PrincipalWithConditions",
        place.principal(principal.base, [...path, "base"]),
        conditionsCode(principal.conditions, place),
      );
    case "via-service":
      return create(typeIn("kms", "ViaServicePrincipal"), [
        place.text(principal.service),
        ...(principal.base === undefined
          ? []
          : [place.principal(principal.base, [...path, "base"])]),
      ]);
  }
}

/** Conditions as the CDK takes them; one condition key reads well on the line of its operator. */
export function conditionsCode(
  conditions: Conditions,
  { json }: Place,
): Expression {
  return map(
    Object.entries(conditions).map(([operator, keys]) => {
      const entries = Object.entries(keys).map(
        ([key, value]) => [key, json(value)] as const,
      );
      return [operator, map(entries, entries.length === 1)];
    }),
  );
}
