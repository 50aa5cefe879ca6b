import { readCaller } from "../evaluate/caller.ts";
import type { Caller } from "../evaluate/caller.ts";
import { bestFit } from "../evaluate/principals.ts";
import type { NamedPrincipal } from "../evaluate/principals.ts";
import { isAccountId } from "../policy/arn.ts";
import { isInOrganization } from "./facts.ts";
import type { Subject } from "./subject.ts";
import type { Term } from "./term.ts";

/** Where the principals of a row are. */
export type RowGroup =
  "account" | "cross-account" | "organization" | "service" | "public";

/** Who a row is about. */
export interface RowHead {
  /** Unique in the matrix: the principal's text, or a word for the rest of a group. */
  readonly id: string;
  readonly group: RowGroup;
  readonly kind:
    | "root"
    | "role"
    | "user"
    | "session"
    | "federated-user"
    | "federated"
    | "service"
    | "rest-of-account"
    | "account"
    | "organization"
    | "other-services"
    | "everyone-else";
  /** The ARN, account, service or organisation; empty for the rest of a group. */
  readonly text: string;
}

/** A row before its cells are known. */
export interface RowPlan extends RowHead {
  readonly where: readonly Term[];
}

/** The rows of a matrix: everybody is in one of them. */
export function rowPlans(
  subject: Subject,
  organizations: readonly string[],
): readonly RowPlan[] {
  const { account, policy, settings } = subject;
  const named = distinctNames(
    policy.statements.flatMap(({ principals }) => principals?.list ?? []),
  );
  const accounts = [
    ...new Set([
      account,
      ...named.flatMap((one) => accountOfName(one) ?? []),
      ...(settings.trustedAccounts ?? []),
    ]),
  ];
  const isNamed = (caller: Caller) =>
    named.some(
      (one) => one.text !== "*" && bestFit([one], caller) === "itself",
    );
  const isKnown = (caller: Caller) =>
    caller.kind !== "service" && accounts.includes(caller.account);
  return [
    ...accounts.flatMap((id) => [
      ...(id === account ? [rootRow(account)] : []),
      ...named
        .filter((one) => accountOfName(one) === id && one.account === undefined)
        .flatMap((one) => namedRow(one, id === account)),
      restRow(id, id === account, isNamed),
    ]),
    ...organizations.map((id) => organizationRow(id, isKnown)),
    ...named
      .filter(({ type }) => type === "Service" || type === "Federated")
      .flatMap((one) => namedRow(one, false)),
    otherServicesRow(isNamed),
    everyoneRow(organizations, isKnown),
  ];
}

function distinctNames(
  list: readonly NamedPrincipal[],
): readonly NamedPrincipal[] {
  return [
    ...new Map(list.map((one) => [`${one.type} ${one.text}`, one])).values(),
  ];
}

function accountOfName({ text, account }: NamedPrincipal): string | undefined {
  if (account !== undefined) return account;
  const caller = readCaller(text);
  if (caller === undefined || caller.kind === "service") return undefined;
  return isAccountId(caller.account) ? caller.account : undefined;
}

function rootRow(account: string): RowPlan {
  return {
    id: `root of ${account}`,
    group: "account",
    kind: "root",
    text: account,
    where: [
      {
        kind: "where",
        caller: (caller) =>
          caller.kind === "root" && caller.account === account,
      },
    ],
  };
}

function namedRow(one: NamedPrincipal, isOwn: boolean): readonly RowPlan[] {
  const { text, type } = one;
  const where: readonly Term[] = [
    { kind: "where", caller: (caller) => bestFit([one], caller) === "itself" },
  ];
  if (type === "Service")
    return [{ id: text, group: "service", kind: "service", text, where }];
  if (type === "Federated")
    return [{ id: text, group: "public", kind: "federated", text, where }];
  const caller = readCaller(text);
  if (caller === undefined || caller.kind === "service") return [];
  const isSession = text.includes(":assumed-role/");
  return [
    {
      id: text,
      group: isOwn ? "account" : "cross-account",
      kind: isSession ? "session" : caller.kind,
      text,
      where,
    },
  ];
}

function restRow(
  account: string,
  isOwn: boolean,
  isNamed: (caller: Caller) => boolean,
): RowPlan {
  return {
    id: `rest of ${account}`,
    group: isOwn ? "account" : "cross-account",
    kind: isOwn ? "rest-of-account" : "account",
    text: account,
    where: [
      {
        kind: "where",
        caller: (caller) =>
          caller.kind !== "service" &&
          caller.account === account &&
          (isOwn
            ? caller.kind !== "root" && !isNamed(caller)
            : !isNamed(caller) || caller.kind === "root"),
      },
    ],
  };
}

function organizationRow(
  id: string,
  isKnown: (caller: Caller) => boolean,
): RowPlan {
  return {
    id: `rest of ${id}`,
    group: "organization",
    kind: "organization",
    text: id,
    where: [
      {
        kind: "where",
        caller: (caller) => caller.kind !== "service" && !isKnown(caller),
        comparisons: [{ comparison: isInOrganization(id), is: true }],
      },
    ],
  };
}

function otherServicesRow(isNamed: (caller: Caller) => boolean): RowPlan {
  return {
    id: "other services",
    group: "service",
    kind: "other-services",
    text: "",
    where: [
      {
        kind: "where",
        caller: (caller) => caller.kind === "service" && !isNamed(caller),
      },
    ],
  };
}

function everyoneRow(
  organizations: readonly string[],
  isKnown: (caller: Caller) => boolean,
): RowPlan {
  return {
    id: "everyone else",
    group: "public",
    kind: "everyone-else",
    text: "",
    where: [
      {
        kind: "where",
        caller: (caller) => caller.kind !== "service" && !isKnown(caller),
        comparisons: organizations.map((id) => ({
          comparison: isInOrganization(id),
          is: false,
        })),
      },
    ],
  };
}
