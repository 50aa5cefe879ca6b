import { hasKey } from "../kms/keys-of.ts";
import { regions } from "../kms/regions.ts";
import { accountIn } from "../prove/caller-dimension.ts";
import type { PrincipalView, StatementView } from "./policy-view.ts";

/** Whom a principal of a key policy stands for. */
type PrincipalSort =
  /** A service of AWS that acts for itself. */
  | "service"
  /** An account, whose IAM policies decide. */
  | "account"
  /** A role, a user or a session, also one that was deleted. */
  | "identity"
  /** Everyone. */
  | "everyone"
  | "other";

const accountForm = /^(?:\d{12}|arn:[a-z-]+:iam::\d{12}:root)$/;
const identityForm =
  /^(?:arn:[a-z-]+:(?:iam|sts)::\d{12}:(?:role|user|assumed-role|federated-user)\/|A[A-Z]{3}[A-Z\d]{12,}$)/;

/** Whom a principal stands for. */
export function sortOf({ type, text }: PrincipalView): PrincipalSort {
  if (type === "Service") return "service";
  if (text === "*") return "everyone";
  if (type !== "AWS") return "other";
  if (accountForm.test(text)) return "account";
  return identityForm.test(text) ? "identity" : "other";
}

/** The principals of a statement of some sorts. */
export function principalsOfSort(
  { principals }: StatementView,
  ...sorts: readonly PrincipalSort[]
): readonly PrincipalView[] {
  return principals.filter((one) => sorts.includes(sortOf(one)));
}

/** All principals of a statement are of a sort; false where it names none. */
export function areAll(
  { principals }: StatementView,
  sort: PrincipalSort,
): boolean {
  return (
    principals.length > 0 && principals.every((one) => sortOf(one) === sort)
  );
}

/** The account that a principal is, or is of; undefined where it has none. */
export function accountOfPrincipal({
  type,
  text,
}: PrincipalView): string | undefined {
  return type === "AWS" ? accountIn(text) : undefined;
}

const domain = /\.amazonaws\.com(?:\.cn)?$/;

/** A service principal in its parts. */
interface ServiceParts {
  /** Such as `logs`, or `delivery.logs`. */
  readonly name: string;
  readonly region?: string;
}

/** The name and the Region in a service principal such as `logs.eu-west-1.amazonaws.com`. */
export function serviceParts(text: string): ServiceParts {
  const name = text.replace(domain, "");
  const dot = name.lastIndexOf(".");
  const last = name.slice(dot + 1);
  return dot > 0 && hasKey(regions, last)
    ? { name: name.slice(0, dot), region: last }
    : { name };
}
