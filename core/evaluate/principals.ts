import { isAccountId, parseArn } from "../policy/arn.ts";
import type { Json } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import type { AwsCaller, Caller } from "./caller.ts";

/**
 * How a principal of a policy fits a caller: itself, only the caller's account, or not at all. Undefined where AWS does
 * not document it.
 */
export type Fit = "itself" | "account" | "none" | undefined;

/** One principal that a statement names. */
export interface NamedPrincipal {
  /** The text as the policy has it. */
  readonly text: string;
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`; `*` for a principal that is `*` as a whole. */
  readonly type: string;
  readonly fits: (caller: Caller) => Fit;
  /** The account that it stands for as a whole. */
  readonly account?: string;
}

/** The principals of an element `Principal` or `NotPrincipal`; undefined where it is none. */
export function readPrincipals(
  element: Json,
): readonly NamedPrincipal[] | undefined {
  if (element === "*") return [everyone("*")];
  if (!isJsonObject(element)) return undefined;
  const named = Object.entries(element).flatMap(([type, value]) =>
    (isJsonList(value) ? value : [value]).map((text) =>
      typeof text === "string" ? namedPrincipal(type, text) : undefined,
    ),
  );
  const known = named.filter((one) => one !== undefined);
  return known.length === named.length ? known : undefined;
}

function namedPrincipal(
  type: string,
  text: string,
): NamedPrincipal | undefined {
  switch (type) {
    case "AWS":
      return text === "*" ? everyone(type) : awsPrincipal(text);
    case "Service":
      return { text, type, fits: (caller) => fitsService(text, caller) };
    case "Federated":
      return { text, type, fits: (caller) => fitsProvider(text, caller) };
    case "CanonicalUser":
      // It names an account by an ID that no request to AWS KMS carries.
      return { text, type, fits: () => "none" };
    default:
      return undefined;
  }
}

/**
 * `*`, and `{"AWS": "*"}`, which AWS calls its equal in policies of resources.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
function everyone(type: string): NamedPrincipal {
  return { text: "*", type, fits: () => "itself" };
}

function fitsService(text: string, caller: Caller): Fit {
  return caller.kind === "service" && caller.service === text
    ? "itself"
    : "none";
}

/** A session that an identity provider stands behind has the provider among its principals. */
function fitsProvider(text: string, caller: Caller): Fit {
  return caller.kind === "role" && caller.provider === text ? "itself" : "none";
}

function awsPrincipal(text: string): NamedPrincipal {
  const account = accountOf(text);
  const fits =
    account === undefined
      ? (caller: Caller) => fitsArn(text, caller)
      : (caller: Caller) => fitsAccount(account, caller);
  return {
    text,
    type: "AWS",
    fits,
    ...(account !== undefined && { account: account.id }),
  };
}

interface Account {
  readonly id: string;
  /** Undefined where the principal is the account ID alone. */
  readonly partition?: string;
}

/** The account that a principal stands for: its ID, or the ARN of its root. */
function accountOf(text: string): Account | undefined {
  if (isAccountId(text)) return { id: text };
  const arn = parseArn(text);
  return arn?.service === "iam" &&
    arn.resource === "root" &&
    isAccountId(arn.account)
    ? { id: arn.account, partition: arn.partition }
    : undefined;
}

function fitsAccount({ id, partition }: Account, caller: Caller): Fit {
  if (caller.kind === "service" || caller.account !== id) return "none";
  if (partition !== undefined && caller.partition !== partition) return "none";
  return caller.kind === "root" ? "itself" : "account";
}

/** A unique ID such as `AROA…` is of a principal that was deleted, and fits none that exists. */
function fitsArn(text: string, caller: Caller): Fit {
  if (caller.kind === "service") return "none";
  if (text === caller.arn || text === caller.principalArn) return "itself";
  return caller.isPathless && isRoleOf(text, caller) ? "itself" : "none";
}

function isRoleOf(text: string, { partition, account, role }: AwsCaller) {
  const prefix = `arn:${partition}:iam::${account}:role/`;
  return text.startsWith(prefix) && text.endsWith(`/${role ?? ""}`);
}

/** How well the list fits a caller: the best of its members. */
export function bestFit(
  principals: readonly NamedPrincipal[],
  caller: Caller,
): Fit {
  let best: Fit = "none";
  for (const { fits } of principals) {
    const fit = fits(caller);
    if (fit === "itself") return fit;
    if (best === "none" || fit === "account") best = fit;
  }
  return best;
}

/** How well the list fits callers; long lists are looked up by name, not read through. */
export function fitOfAny(
  principals: readonly NamedPrincipal[],
): (caller: Caller) => Fit {
  const isName = ({ type, text, account }: NamedPrincipal) =>
    type === "AWS" && text !== "*" && account === undefined;
  const names = new Set(principals.filter(isName).map(({ text }) => text));
  const others = principals.filter((one) => !isName(one));
  return (caller) => {
    if (caller.kind === "service") return bestFit(others, caller);
    if (names.has(caller.arn) || names.has(caller.principalArn))
      return "itself";
    return bestFit(caller.isPathless ? principals : others, caller);
  };
}

/**
 * How everyone but the list fits a caller. Of a principal that is listed without its account, or the other way round,
 * AWS only says that both have to be listed to exempt it.
 * Source: IAM User Guide, "AWS JSON policy elements: NotPrincipal".
 */
export function fitsOthers(
  principals: readonly NamedPrincipal[],
  caller: Caller,
): Fit {
  const fits = principals.map(({ fits: fit }) => fit(caller));
  if (principals.some(({ text }) => text === "*")) return "none";
  const isNamed = fits.includes("itself");
  if (caller.kind === "service" || caller.kind === "root")
    return isNamed ? "none" : "itself";
  const isAccountNamed = fits.includes("account");
  if (isNamed && isAccountNamed) return "none";
  return isNamed || isAccountNamed || fits.includes(undefined)
    ? undefined
    : "itself";
}
