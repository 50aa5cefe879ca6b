import type { Json, JsonObject } from "../../problem/json.ts";
import type { AwsCaller, Caller } from "./caller.ts";
import { oneOrMore } from "./one-or-more.ts";
import { not, some } from "./ternary.ts";
import type { Ternary } from "./ternary.ts";

/** How a statement names the caller: itself, or its account. */
export interface Naming {
  readonly direct: Ternary;
  readonly account: Ternary;
}

const nobody: Naming = { direct: false, account: false };
const direct: Naming = { direct: true, account: false };

/** Whether a statement is about the caller. */
export function naming(statement: JsonObject, caller: Caller): Naming {
  const { Principal, NotPrincipal } = statement;
  if (Principal !== undefined && NotPrincipal !== undefined)
    return { direct: "unknown", account: false };
  if (Principal !== undefined) return named(Principal, caller);
  if (NotPrincipal === undefined) return nobody;
  return {
    direct: isUnnamed(NotPrincipal, caller),
    account: false,
  };
}

function isNamed(element: Json, caller: Caller): Ternary {
  const found = named(element, caller);
  return some([found.direct, found.account]);
}

/**
 * Whether NotPrincipal is about the caller. AWS says that a caller and its account are to be listed together, and not
 * what becomes of one of them alone. Source: IAM User Guide, "AWS JSON policy elements: NotPrincipal".
 */
function isUnnamed(element: Json, caller: Caller): Ternary {
  if (caller.kind === "service" || isEveryone(element))
    return not(isNamed(element, caller));
  const { direct: itself } = named(element, caller);
  const account = named(element, {
    ...caller,
    names: [],
    provider: undefined,
  });
  // The root user is its account.
  if (account.direct === true) return false;
  if (itself === account.account) return not(itself);
  return "unknown";
}

function isEveryone(element: Json): boolean {
  return entriesOf(element).some(
    ([type, value]) => type === "AWS" && value === "*",
  );
}

function named(element: Json, caller: Caller): Naming {
  const found = entriesOf(element).map(([type, value]) =>
    namedBy(type, value, caller),
  );
  return {
    direct: some(found.map((each) => each.direct)),
    account: some(found.map((each) => each.account)),
  };
}

function entriesOf(element: Json): readonly (readonly [string, Json])[] {
  if (element === "*") return [["AWS", "*"]];
  if (typeof element !== "object" || element === null) return [];
  return Object.entries(element).flatMap(([type, values]) =>
    oneOrMore(values).map((value) => [type, value] as const),
  );
}

function namedBy(type: string, value: Json, caller: Caller): Naming {
  if (type === "Federated")
    return caller.kind === "aws" && caller.provider === value ? direct : nobody;
  if (type !== "AWS" && type !== "Service") return nobody;
  if (typeof value !== "string") return { direct: "unknown", account: false };
  if (type === "AWS" && value === "*") return direct;
  if (caller.kind === "service")
    return type === "Service" && value === caller.name ? direct : nobody;
  return type === "AWS" ? namedByArn(value, caller) : nobody;
}

function namedByArn(value: string, caller: AwsCaller): Naming {
  if (caller.names.includes(value)) return direct;
  if (value !== caller.account && value !== caller.accountArn) return nobody;
  return caller.isRoot ? direct : { direct: false, account: true };
}
