import { failed, ok } from "../problem/problem.ts";
import type { Result } from "../problem/problem.ts";
import { isAccountId, parseArn } from "../policy/arn.ts";
import { freeId } from "./defaults.ts";
import type { Design, Principal } from "./design.ts";

/** A principal that a text names, and whether the design has it already. */
export interface NamedPrincipal {
  readonly principal: Principal;
  readonly isNew: boolean;
}

/**
 * The principal that a person means by a text: the id of one in the design, an IAM ARN, an account id,
 * `root` for the account root, a service such as `logs.amazonaws.com`, or `*` for every AWS principal.
 */
export function principalForText(
  design: Design,
  text: string,
): Result<NamedPrincipal> {
  const wish = text.trim();
  const known = design.principals.find(({ id }) => id === wish);
  if (known !== undefined) return ok({ principal: known, isNew: false });
  const principal = understood(wish);
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
  return principalText(a) === principalText(b) && a.kind === b.kind;
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
  }
}

function understood(text: string): Principal | undefined {
  if (text === "*") return { id: "Everyone", kind: "any" };
  if (text.toLowerCase() === "root")
    return { id: "AccountRoot", kind: "account-root" };
  if (isAccountId(text))
    return { id: `Account${text}`, kind: "account", account: text };
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/.test(text))
    return { id: serviceId(text), kind: "service", service: text };
  return arnPrincipal(text);
}

function arnPrincipal(text: string): Principal | undefined {
  const arn = parseArn(text);
  if (arn === undefined || !["iam", "sts"].includes(arn.service))
    return undefined;
  if (arn.resource === "root" && isAccountId(arn.account))
    return {
      id: `Account${arn.account}`,
      kind: "account",
      account: arn.account,
    };
  const name =
    /^(?:user|role|group|assumed-role|federated-user)\/(?:.*\/)?(?<name>[^/]+)$/.exec(
      arn.resource,
    )?.groups?.["name"];
  if (name === undefined && arn.resource !== "root") return undefined;
  return { id: name ?? "AccountRoot", kind: "arn", arn: text };
}

function serviceId(service: string): string {
  const [name = service] = service.split(".");
  return name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
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
    help: "write the ARN of an IAM role or user, a 12-digit account ID, `root`, a service such as logs.amazonaws.com, or `*`",
  } as const;
}
