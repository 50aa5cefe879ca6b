import { intrinsicText } from "../policy/intrinsic.ts";
import { failed, ok } from "../problem/problem.ts";
import type { Result } from "../problem/problem.ts";
import { freeId } from "./defaults.ts";
import type { Design, IdentityName, Principal } from "./design.ts";
import { principalOfText } from "./understand-principal.ts";

/** A principal that a text names, and whether the design has it already. */
export interface NamedPrincipal {
  readonly principal: Principal;
  readonly isNew: boolean;
}

/**
 * The principal that a person means by a text: the id of one in the design, an IAM ARN, an account id,
 * `root` for the account root, a service such as `logs.amazonaws.com`, an organization or a path of its units,
 * an identity provider, a canonical user, or `*` for every AWS principal.
 */
export function principalForText(
  design: Pick<Design, "principals">,
  text: string,
): Result<NamedPrincipal> {
  const wish = text.trim();
  const known = design.principals.find(({ id }) => id === wish);
  if (known !== undefined) return ok({ principal: known, isNew: false });
  const principal = principalOfText(wish);
  if (principal === undefined) return failed(notUnderstood(wish));
  const same = design.principals.find((other) =>
    samePrincipal(other, principal),
  );
  if (same !== undefined) return ok({ principal: same, isNew: false });
  const id = freeId(design.principals, principal.id);
  return ok({ principal: { ...principal, id }, isNew: true });
}

/** Two principals are the same one under two names. */
export function samePrincipal(a: Principal, b: Principal): boolean {
  return withoutId(a) === withoutId(b);
}

/** Everything but the id, in one order of properties. */
function withoutId(principal: Principal): string {
  const properties = Object.entries(principal)
    .filter(([name]) => name !== "id")
    .toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return JSON.stringify(properties);
}

/** The text that names a principal wherever it is not known by its id. */
export function principalText(principal: Principal): string {
  switch (principal.kind) {
    case "arn":
      return principal.arn;
    case "account":
      return principal.account;
    case "account-root":
      return "root";
    case "service":
      return principal.service;
    case "any":
    case "star":
      return "*";
    case "organization":
      return principal.organization;
    default:
      return textOfOther(principal);
  }
}

type OtherPrincipal = Exclude<
  Principal,
  {
    readonly kind:
      | "arn"
      | "account"
      | "account-root"
      | "service"
      | "any"
      | "star"
      | "organization";
  }
>;

function textOfOther(principal: OtherPrincipal): string {
  switch (principal.kind) {
    case "organizational-unit":
      return principal.paths.join(", ");
    case "federated":
    case "web-identity":
      return principal.provider;
    case "canonical-user":
      return principal.canonicalUser;
    case "template-value":
      return intrinsicText(principal.value);
    case "composite":
      return principal.members.join(", ");
    case "with-conditions":
      return `${principal.base} with conditions`;
    case "via-service":
      return `${principal.base ?? "*"} via ${principal.service}`;
    default:
      return "identity" in principal
        ? identityText(principal.identity)
        : principal.id;
  }
}

function identityText(identity: IdentityName): string {
  return "arn" in identity ? identity.arn : identity.name;
}

function notUnderstood(text: string) {
  return {
    code: "principal/not-understood",
    severity: "error",
    path: [],
    message:
      text === ""
        ? "no principal was named"
        : `\`${text}\` is not a principal that is understood here`,
    help: "write the ARN of an IAM role or user, a 12-digit account ID, `root`, a service such as logs.amazonaws.com, an organization such as o-a1b2c3d4e5, or `*`",
  } as const;
}
